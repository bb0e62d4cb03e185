//! W3C Web Annotation: a notebook as an AnnotationCollection in JSON-LD, and any such file as a notebook.
//!
//! Every highlight, entry and answer is an Annotation that other programs understand. What the standard has no word for
//! stands in members that begin with `parallax:`; with them nothing is lost on the way here and back.
//! Source: Web Annotation Data Model, <https://www.w3.org/TR/annotation-model/>.

mod read;
mod write;

pub use write::json_ld;

pub(super) use read::{is_annotations, read};

/// The context of the standard.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What `parallax:` stands for.
const NAMESPACE: &str = "urn:parallax:notebook:";
/// Before the ids of highlights that are no addresses of their own.
const HIGHLIGHT: &str = "urn:parallax:highlight:";
/// Where members that another program gave are kept.
const FOREIGN: &str = "annotation";
/// Where its selectors are kept.
const SELECTORS: &str = "selectors";
