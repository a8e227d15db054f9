//! Addresses that are published: what one must look like so that nobody takes its host for another.

/// Whether an address without its scheme names its host plainly: letters of one script, no user before an `@`, no
/// scheme of another kind, nothing that ends the place that it is written into.
pub fn is_plain(address: &str) -> bool {
    let (host, rest) = address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()));
    is_host(host) && rest.chars().all(|character| !is_unfit(character))
}

/// Whether an address is complete and names its host plainly: `https://example.org/`.
pub fn is_complete(address: &str) -> bool {
    address.strip_prefix("https://").is_some_and(is_plain)
}

/// Whether a text is the e-mail address of one recipient, without anything that a mail program would read as another
/// one, a subject or a text.
pub fn is_one_recipient(text: &str) -> bool {
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte);
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && name.bytes().all(of_name) && is_host(host))
}

/// Parts of letters, digits and hyphens, or all of Han characters, and a port or none. Letters of other scripts look
/// like these and are others.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let parts: Vec<&str> = name.split('.').collect();
    let is_part = |part: &&str| {
        let plain = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let is_han = part.chars().all(|character| matches!(character, '\u{4e00}'..='\u{9fff}'));
        !part.is_empty() && (plain || is_han) && !part.starts_with('-') && !part.ends_with('-')
    };
    let ends_in_letters = parts.last().is_some_and(|last| last.chars().any(char::is_alphabetic));
    parts.len() > 1
        && parts.iter().all(is_part)
        && ends_in_letters
        && !port.is_empty()
        && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Characters that no address has as they are.
fn is_unfit(character: char) -> bool {
    character.is_whitespace()
        || crate::unseen::is_unseen(character)
        || ['"', '\'', '<', '>', '\\', '^', '`', '{', '|', '}'].contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_reads_as_another_host_is_none() {
        for plain in [
            "www.gov.cn",
            "fgw.nmg.gov.cn/xwzx/t_1.html?a=b&c=d#e",
            "example.org:8080/",
            "政务.中国/公告",
            "www.nmg.gov.cn/a@b",
        ] {
            assert!(is_plain(plain), "{plain}");
        }
        for other in [
            "www.gov.cn@evil.example",
            "javascript:alert(1)",
            "data:text/html,x.y",
            "//evil.example",
            "https://www.gov.cn",
            "www.gоv.cn",
            "www.gov.cn/\u{202e}",
            "www.gov.cn/\"onclick",
            "www.gov.cn ",
            "www..cn",
            "localhost",
            "-a.cn",
            "",
        ] {
            assert!(!is_plain(other), "{other}");
        }
        assert!(is_complete("https://parks.example.org/"));
        for other in ["https://", "https://gov.cn@evil.example", "http://gov.cn", "gov.cn"] {
            assert!(!is_complete(other), "{other}");
        }
    }

    #[test]
    fn a_contact_has_one_recipient() {
        assert!(is_one_recipient("fgw.lt-c@nmg.gov.cn"));
        for other in [
            "a@b.cn?bcc=evil@x.y",
            "a@b.cn,c@d.cn",
            "a@b.cn;c@d.cn",
            "a@b@c.cn",
            "a%40b@c.cn",
            "а@b.cn",
            "@b.cn",
            "a@b",
            "a b@c.cn",
        ] {
            assert!(!is_one_recipient(other), "{other}");
        }
    }
}
