//! The headers of production: one list, which the preview sends, `_headers` carries to hosts that read
//! it, and docs/deployment.md repeats for the others.

/// What every page may do: run and show what lies on its own site, compile WebAssembly, and nothing else.
///
/// It stands in every page's `<meta>` too, so that it also holds on a host that sends no headers.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
     worker-src 'self'; base-uri 'self'; form-action 'none'";

/// Files named by their content never change.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// All others are asked for again each time, and answered with 304 where nothing changed.
const REVALIDATE: &str = "no-cache";

/// The headers of every answer.
pub fn everywhere() -> Vec<(&'static str, String)> {
    vec![
        // `frame-ancestors` has no effect in a `<meta>`.
        ("Content-Security-Policy", format!("{CONTENT_SECURITY_POLICY}; frame-ancestors 'self'")),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".into()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
    ]
}

/// How long a file may be kept, by its path below the site's root.
pub fn cache_control(path: &str) -> &'static str {
    let hashed = path.starts_with("app/") || (path.starts_with("data/") && path != "data/catalog.json");
    if hashed { IMMUTABLE } else { REVALIDATE }
}

/// The file `_headers`, which Netlify and Cloudflare Pages read.
pub fn file(base: &str) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in everywhere() {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for path in ["app/*", "data/*", "data/catalog.json"] {
        // Where two rules match, Cloudflare takes off the broader one by `!`. Netlify joins the values,
        // among which `no-cache` wins.
        let off = if path == "data/catalog.json" { "  ! Cache-Control\n" } else { "" };
        text.push_str(&format!("{base}{path}\n{off}  Cache-Control: {}\n", cache_control(path)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_content_are_kept_for_good() {
        assert_eq!(cache_control("app/main-0123456789abcdef.js"), IMMUTABLE);
        assert_eq!(cache_control("data/0123456789abcdef.json"), IMMUTABLE);
        for path in ["data/catalog.json", "index.html", "boot.js", "en/parks/x/index.html"] {
            assert_eq!(cache_control(path), REVALIDATE, "{path}");
        }
    }

    #[test]
    fn the_policy_allows_no_inline_code_and_no_other_site() {
        for word in ["unsafe-inline", "'unsafe-eval'", "http", "*"] {
            assert!(!CONTENT_SECURITY_POLICY.contains(word), "{word}");
        }
    }

    #[test]
    fn the_deployment_guide_repeats_every_header() {
        let guide = include_str!("../../../docs/deployment.md");
        for (name, value) in everywhere() {
            // Once for nginx and once for Caddy.
            assert_eq!(guide.matches(&format!("{name} \"{value}\"")).count(), 2, "{name}: {value}");
        }
        assert!(guide.contains(IMMUTABLE));
    }
}
