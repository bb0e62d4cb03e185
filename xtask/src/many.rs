//! A larger corpus than there is, to be measured: the documents many times over, varied. The benchmark of the search in
//! the browser compiles this very file.

use parallax::corpus::Bundle;

/// The corpus so many times over; in each copy but the first other words are changed, so that the vocabulary grows as
/// that of new documents does.
pub fn repeated(bundle: &Bundle, copies: u32) -> Bundle {
    let mut many = bundle.clone();
    for copy in 1..copies {
        for document in &bundle.documents {
            let mut document = document.clone();
            document.id = format!("{}-{copy}", document.id);
            for passage in &mut document.passages {
                passage.id = passage.id.replacen('.', &format!("-{copy}."), 1);
            }
            document.text = varied(&document.text, copy);
            many.documents.push(document);
        }
    }
    many
}

/// One word in forty gets another letter; its length and all offsets stay.
fn varied(text: &str, copy: u32) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut start = 0;
    for at in 0..=bytes.len() {
        if bytes.get(at).is_some_and(u8::is_ascii_lowercase) {
            continue;
        }
        let word = &bytes[start..at];
        let sum = word.iter().fold(copy, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
        if word.len() > 4 && sum.wrapping_mul(2_654_435_761) >> 16 & 0xffff < 0xffff / 40 {
            let middle = start + 1 + sum as usize % (word.len() - 1);
            bytes[middle] = b'a' + u8::try_from((u32::from(bytes[middle] - b'a') + 1 + copy) % 26).unwrap_or_default();
        }
        start = at + 1;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
