//! Text in Markdown that stands in code, and prose of our own with such text in it.

use super::on_one_line;

/// Our own words; an underscore in them is no emphasis. What stands in backticks may be theirs.
pub fn markdown_prose(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    let inside = |index: usize| index % 2 == 1 && index + 1 < parts.len();
    let part = |(index, part): (usize, &&str)| if inside(index) { markdown_code(part) } else { escaped(part) };
    parts.iter().enumerate().map(part).collect()
}

/// Text in which nothing means anything to Markdown or HTML.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if is_special(c) { format!("&#{};", u32::from(c)) } else { c.to_string() }).collect()
}

fn is_special(c: char) -> bool {
    matches!(c, '_' | '*' | '`' | '|' | '<' | '>' | '&' | '[' | ']' | '\\' | '@' | '#' | '~' | '!' | '$')
}

/// The text as code on one line. What could end the code or a cell of a table is written by number.
pub fn markdown_code(text: &str) -> String {
    let text = on_one_line(text);
    let plain = !text.is_empty() && text.trim() == text && !text.contains(['`', '|', '\\']);
    match plain {
        true => format!("`{text}`"),
        false => {
            let numbered = |c: char| match c.is_alphanumeric() || c == ' ' {
                true => c.to_string(),
                false => format!("&#{};", u32::from(c)),
            };
            format!("<code>{}</code>", text.chars().map(numbered).collect::<String>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_the_code() {
        assert_eq!(markdown_code("VP of Sales"), "`VP of Sales`");
        assert_eq!(markdown_code("a | b"), "<code>a &#124; b</code>");
        assert_eq!(markdown_code("`</code><script>"), "<code>&#96;&#60;&#47;code&#62;&#60;script&#62;</code>");
        assert_eq!(markdown_code("@octocat #1 <img src=x>"), "`@octocat #1 <img src=x>`");
        assert_eq!(markdown_code("a\nb\u{202e}"), "`a␊b\u{fffd}`");
        assert_eq!(markdown_code(""), "<code></code>");
        assert_eq!(markdown_code("a\\"), "<code>a&#92;</code>");
        assert_eq!(markdown_prose("its `a_b`, past_title"), "its `a_b`, past&#95;title");
    }
}
