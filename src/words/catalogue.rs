//! Words and sentences without values.

macro_rules! catalogue {
    ($($(#[$doc:meta])* $key:ident = $words:expr;)*) => {
        /// What is to be said.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key {
            $(#[doc = $words] $key,)*
        }

        /// The words for it.
        #[must_use]
        pub const fn say(key: Key) -> &'static str {
            match key {
                $(Key::$key => $words,)*
            }
        }
    };
}

catalogue! {
    AppName = "Parallax";
    Compare = "Compare";
    Read = "Read";
    Sources = "Sources and method";
    About = "About";
    Pages = "Pages";
    SkipToContent = "Skip to the content";
    Theme = "Theme";
    ThemeSystem = "As the system";
    ThemeLight = "Light";
    ThemeDark = "Dark";
    Keys = "Keys";
    KeysTitle = "Keyboard";
    KeysSingle = "Single-key shortcuts";
    KeysNone = "While this is off, only the browser’s own keys work.";
    KeyNextPassage = "Next passage";
    KeyPreviousPassage = "Previous passage";
    KeyNextPeriod = "Next period";
    KeyPreviousPeriod = "Previous period";
    KeyOpen = "Open the passage that has the focus";
    KeyClose = "Close the footnote one is at, the panel, or this sheet";
    KeyCompare = "Compare";
    KeyRead = "Read";
    KeySources = "Sources and method";
    KeyHelp = "This sheet";
    KeyPanes = "From pane to pane: timeline, text, passage panel";
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
    Share = "Share";
    ShareTitle = "Share this view";
    ShareLink = "A link to this view";
    ShareFrame = "To embed it in a page of yours";
    CopyFrame = "Copy the code";

    Timeline = "Timeline";
    TimelineLegend = "Height: how much of the text speaks of the period, by its square root. Upright stroke: when it was written; grey, where an undated text may have been written before. Hatched: what it could not have known. Periods differ in length.";
    TimelineTable = "The timeline as a table";
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
    AccountInSight = "Account in sight";
    Hidden = "Hidden:";

    NothingSaid = "Nothing.";
    NotYetWritten = "Not yet written.";
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

    PreviousPeriod = "Previous period";
    NextPeriod = "Next period";
    PointTo = "Link to";
    WholePassage = "the whole passage";
    Issuer = "Issued by";
    Written = "Written";
    Dates = "Speaks of";
    NoDates = "No time set";
    DatesLayer = "Set by the editors, by reading.";
    EditorsNote = "Editors’ note";
    Footnotes = "Footnotes";
    Original = "In the original";
    OriginalNote = "The bytes as the file has them. What this passage shows is marked; the rest is markup, page furniture or its neighbours.";
    Verify = "Verify";
    VerifyNote = "Computes the SHA-256 of the original in this browser and compares it with the one on record.";
    CopyCitation = "Copy with citation";
    CopyLink = "Copy link";
    Copied = "Copied.";
    CopyFailed = "The browser did not allow copying. Select the text below and copy it by hand.";
    ReadInDocument = "Read in the document";
    SeeInCompare = "See it in Compare";
    Licence = "Licence";

    Contents = "Contents";
    Beside = "Beside it";
    BesideNone = "nothing";
    Follow = "The second document follows the first";
    FollowColumns = "Short columns follow as one reads";
    Follows = "It follows as you scroll.";
    StaysPut = "It no longer follows.";
    ShowOriginal = "The original, byte for byte";
    ShowText = "The text";
    ReferencesLost = "The marks in the text that pointed to these references are lost in the snapshot. Which sentence each one supports cannot be known from it, and is not guessed.";
    Signatories = "Signatories";
    BackToCompare = "Back to the same row of Compare";
    MarginPeriods = "Periods";
    ReferenceAuthor = "Author";
    ReferenceTitle = "Title";
    ReferenceContainer = "Published in";
    ReferencePublished = "Published";
    ReferenceArchived = "Archived";
    ReferenceRetrieved = "Retrieved";
    ReferenceLanguage = "Language";
    ReferenceQuotation = "Quotes";
    ReferenceDoi = "DOI";
    ReferenceIssn = "ISSN";
    ReferenceIsbn = "ISBN";
    ReferenceReusedName = "Marked";
    ReferenceReused = "cited more than once";

    SourcesTitle = "Sources and method";
    Provenance = "Where the file comes from";
    Kind = "What it is";
    Lacks = "What the file lacks";
    File = "File";
    Digest = "SHA-256";
    PeriodsTitle = "The periods";
    PeriodBegins = "Begins";
    PeriodEnds = "Ends";

    Voices = "Voices";
    VoicesTitle = "Who gets to speak";
    VoicesNote = "Whose words and claims each account gives, how often word for word and how often in its own words, and with which verbs. A document’s own statements are not counted: it speaks all the time. What a reference quotes counts for who published it. Set by the editors, by two readings.";
    AllVoices = "All voices";
    Speaker = "Speaker";
    NotHeard = "Not heard in this account.";
    SecondHand = "second hand";
    HearLabel = "Said in the name of";
    HearEveryone = "anyone";
    MarkLabel = "Mark in the texts";
    MarkDates = "dates";
    MarkVoices = "dates and voices";
    MarkNames = "dates and names";
    VoicesHere = "Whose words";
    Names = "Names";
    NamesTitle = "One place, many names";
    NamesNote = "Every spelling in the texts, with how often it stands there; references are left out. The heading of a place is neutral: where names differ, it gives them in alphabetical order. Found by rule from the editors’ gazetteer. No map is drawn: any outline would take a side.";
    AllNames = "All names";
    Observed = "What can be seen of the names";
    ObservedNote = "Set by the editors, by two readings. Every number is counted anew when this is built.";
    Place = "Place";
    NotNamed = "Not named in this account.";
    NamedBySeveral = "Named in several accounts";
    NamedByOne = "Named in one account";
    Claims = "Claims";
    ClaimsTitle = "Claims and figures";
    NoAnswer = "No answer.";
    StandingAgree = "They agree.";
    StandingDiffer = "They differ.";
    StandingContradict = "They contradict each other.";
    StandingOneSided = "One account answers.";
    Vocabulary = "Vocabulary";
    Figures = "Figures";
    FiguresAlone = "Figures that nothing stands beside";
    NoFigure = "None given.";
    FiguresNote = "Numbers in the words of the texts. Nothing is averaged, and none is preferred.";
    SharedSources = "Shared sources";
    SharedSourcesNote = "Where several passages lean on one source, their agreement is not that of several witnesses.";
    Others = "What the others say on this";
    OthersNone = "No passage of another account is known to speak to this one.";
    RelationSameEvent = "Same event.";
    RelationSameTopic = "Same topic.";
    RelationCorroborates = "One supports the other.";
    RelationContradicts = "They contradict each other.";
    LayerEditorial = "set by the editors";
    LayerEngine = "found by rule";

    EngineDiffers = "The engine reads otherwise";
    MeasuredTitle = "The engine, measured";
    MeasuredNote = "The engine annotates any English text by rule. Here it is held against what the editors set by reading; computed anew each time the page is built. Precision: how much of what the engine finds the editors have as well. Recall: how much of what the editors have it finds. Its rules were written with these texts at hand, so on other texts it will do less well.";
    Measured = "What is compared";
    Cases = "Cases";
    Precision = "Precision";
    Recall = "Recall";
    F1 = "F1";
    CitedTitle = "Whom the article cites";
    CitedCountries = "by country of the publisher’s seat";

    AboutTitle = "What this is, and what it is not";
    AboutReading = "How to read a cell";
    AboutTeachers = "For teachers";
    AboutToCompare = "Compare the accounts";
    AboutToSources = "Where the documents come from, and how this was done";

    FaultTitle = "The documents could not be shown";
    PanicTitle = "The app has stopped";
}
