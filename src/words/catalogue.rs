//! Words and sentences without values.

/// `catalogue! { Key, say: … }`: the keys, and the words for them. All of one catalogue are loaded together.
macro_rules! catalogue {
    ($keys:ident, $say:ident: $($(#[$doc:meta])* $key:ident = $words:expr;)*) => {
        /// What is to be said.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $keys {
            $(#[doc = $words] $key,)*
        }

        /// The words for it.
        #[must_use]
        pub const fn $say(key: $keys) -> &'static str {
            match key {
                $($keys::$key => $words,)*
            }
        }
    };
}

pub(super) use catalogue;

catalogue! { Key, say:
    AppName = "Parallax";
    Compare = "Compare";
    Read = "Read";
    Search = "Search";
    Concordance = "Words in context";
    Notebook = "Notebook";
    Guided = "Guided reading";
    Handout = "Hand-out";
    MyAccount = "My own account";
    Sources = "Sources and method";
    SourcesShort = "Sources";
    About = "About";
    Pages = "Pages";
    SkipToContent = "Skip to the content";
    Theme = "Theme";
    ThemeSystem = "System";
    ThemeLight = "Light";
    ThemeDark = "Dark";
    Keys = "Keys";
    KeysTitle = "Keyboard";
    Close = "Close";
    Dismiss = "Dismiss";
    Retry = "Try again";
    Loading = "Loading …";

    OfflinePreparing = "Being kept for reading without a network …";
    OfflineReady = "Can be read without a network.";
    OfflineFramed = "Not kept for reading without a network: it stands in a frame.";
    OfflineInsecure = "Not kept for reading without a network: browsers ask for https for that.";
    OfflineUnsupported = "Not kept for reading without a network: this browser, or this window, keeps nothing.";
    OfflineFailed = "Not kept for reading without a network: its files could not all be fetched or stored.";
    OfflineWithdrawn = "Not kept for reading without a network: this site has withdrawn that.";
    UpdateThere = "A new release is there. This page stays as it is until you take it.";
    UpdateNow = "Load the new release";
    EditionEmbed = "Five public documents, quoted word for word. Nothing is stored, and nothing leaves this frame but its height.";
    EditionFile = "One file with everything in it: it works without a network, and can be passed on.";
    TakeFile = "Take the whole with you as one file";
    OpenFull = "Open the full app";
    FoldedOnPaper = " (folded, not printed)";
    Share = "Share";
    ShareTitle = "Share this view";

    Timeline = "Timeline";
    TimelineLegend = "Taller: more of the text speaks of the period (by square root). Stroke: when it was written; outlined: when it may have been. Hatched: what it could not know. Periods differ in length.";
    TimelineTable = "The timeline as a table";
    Begin = "Choose a period to begin.";
    Document = "Document";
    Period = "Period";
    GoToPeriod = "Go to a period";
    AllPeriods = "From the beginning";

    Arrange = "Arrangement";
    Layout = "Layout";
    LayoutColumns = "Columns";
    LayoutDates = "By date";
    LayoutSingle = "One account";
    SplitDocuments = "Split by document";
    OnePeriod = "One period at a time";
    AccountInSight = "Account in sight";
    Hidden = "Add a column:";

    NothingSaid = "Nothing.";
    NotYetWritten = "Written before this.";
    WrittenDuring = "Written during this period.";
    Silent = "Silent.";
    OutsidePurpose = "Outside its purpose.";
    Undated = "Without a time of their own";
    UndatedNote = "Passages that speak of no time, or of one that the text does not let us know.";
    UndatedTimeless = "holds at no particular time";
    UndatedUnstated = "the text does not say when";
    UndatedFormal = "tells of nothing in time";
    UndatedApparatus = "stands beside the running text and carries no time of its own";
    NothingHere = "Nothing.";
    EachDocument = "Each document";
    EndOfAccounts = "End of the accounts.";

    BasisWords = "in these words";
    BasisHeading = "from the heading above it";
    BasisContext = "from the passages around it";
    BasisWritten = "the document’s own present";
    ModalityPlan = "planned or demanded";
    ModalityThreat = "threatened or feared";

    Top = "Top";
    PreviousPeriod = "Previous period";
    NextPeriod = "Next period";
    Issuer = "Issued by";
    Written = "Written";
    ReadInDocument = "Read in the document";
    Licence = "Licence";

    EverythingShown = "Everything is shown.";
    ShowEverything = "Show everything";
    MoreArrange = "More choices";
    NothingMore = "No further passage on this period";
    InCompare = "In Compare:";
    FollowColumns = "Keep short columns in view";
    Follows = "It follows as you scroll.";
    StaysPut = "It no longer follows.";

    Voices = "Voices";
    SecondHand = "second hand";
    HearLabel = "Said in the name of";
    HearEveryone = "anyone";
    MarkLabel = "Mark in the texts";
    MarkDates = "dates";
    MarkVoices = "dates and voices";
    MarkNames = "dates and names";
    Names = "Names";
    Claims = "Claims";
    Vocabulary = "Vocabulary";
    RelationSameEvent = "Same event.";
    RelationSameTopic = "Same topic.";
    RelationCorroborates = "One supports the other.";
    RelationContradicts = "They contradict each other.";
    LayerEditorial = "set by the editors";
    LayerEngine = "found by rule";


    FaultTitle = "The documents could not be shown";
    PanicTitle = "The app has stopped";
}
