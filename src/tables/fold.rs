//! Folding: the form in which labels are compared.

use deunicode::deunicode_char;

/// What is left of `label` when case, accents, punctuation and the word "and" do not count.
///
/// Letters of the Latin script lose their accents (`Łódź` is `lodz`); letters of other scripts stay what they are, for
/// a transliteration is a guess. A label that is nothing but "and" or `&` keeps it.
pub fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    fold_into(label, &mut folded);
    folded
}

/// [`fold`] into a buffer that is used again and again; what it held is lost.
pub fn fold_into(label: &str, out: &mut String) {
    walk(label, out, false);
}

/// [`fold_into`], with one blank between words: the form in which labels are searched.
pub fn words_into(label: &str, out: &mut String) {
    walk(label, out, true);
}

fn walk(label: &str, out: &mut String, spaced: bool) {
    out.clear();
    let (mut word, mut and) = (0, false);
    for letter in label.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if !fold_other(letter, out) {
            and |= letter == '&' || is_and(out, word);
            end_word(out, &mut word, spaced);
        }
    }
    and |= is_and(out, word);
    end_word(out, &mut word, spaced);
    out.truncate(out.trim_end().len());
    if and && out.is_empty() {
        out.push_str("and");
    }
}

fn is_and(out: &str, word: usize) -> bool {
    out.as_bytes().get(word..) == Some(b"and")
}

fn end_word(out: &mut String, word: &mut usize, spaced: bool) {
    if is_and(out, *word) {
        out.truncate(*word);
    }
    if spaced && out.len() > *word {
        out.push(' ');
    }
    *word = out.len();
}

/// Fold a letter that is not plain ASCII; false for what stands between words.
fn fold_other(letter: char, out: &mut String) -> bool {
    match letter {
        // Apostrophes, modifier letters and combining marks belong to their word and say nothing.
        '\'' | '‘' | '’' | '`' | '´' | '\u{ad}' | '\u{2b0}'..='\u{2ff}' | '\u{300}'..='\u{36f}' => true,
        'ª' | 'º' | 'À'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if letter.is_alphabetic() => {
            let plain = deunicode_char(letter).unwrap_or_default().bytes();
            out.extend(plain.filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase() as char));
            true
        }
        _ if letter.is_alphanumeric() => {
            letter.to_lowercase().for_each(|lower| push_lower(letter, lower, out));
            true
        }
        _ => false,
    }
}

/// The lower case of `letter` may be a letter of another kind: that of the sign for ångström is `å`.
fn push_lower(letter: char, lower: char, out: &mut String) {
    if lower == letter || lower.is_ascii() || !fold_other(lower, out) {
        out.push(lower);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_folded_label_folds_to_itself(label in ".*") {
            let folded = fold(&label);
            prop_assert_eq!(fold(&folded), folded);
        }
    }

    #[test]
    fn only_letters_and_digits_count() {
        for (label, folded) in [
            ("Île-de-France", "iledefrance"),
            ("I\u{302}le de france", "iledefrance"),
            ("São Tomé & Príncipe", "saotomeprincipe"),
            ("Trinidad and Tobago", "trinidadtobago"),
            ("Andorra", "andorra"),
            ("Łódź, Straße, København, Đà Nẵng, İstanbul", "lodzstrassekobenhavndanangistanbul"),
            ("Sana\u{2bd}a", "sanaa"),
            ("Côte d’Ivoire", "cotedivoire"),
            ("Россия", "россия"),
            ("東京", "東京"),
            ("10,001+", "10001"),
            ("2×3", "23"),
            ("", ""),
            ("--", ""),
            ("And", "and"),
            (" & ", "and"),
        ] {
            assert_eq!(fold(label), folded, "{label}");
        }
    }

    #[test]
    fn words_keep_one_blank_between_them() {
        let mut words = String::from("old");
        words_into("  IT Services & IT-Consulting, and so on!", &mut words);
        assert_eq!(words, "it services it consulting so on");
    }
}
