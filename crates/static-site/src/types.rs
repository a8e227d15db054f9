//! What a file is, by the ending of its name.

/// The type that a file is served under.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("pdf") => "application/pdf",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

/// Whether a file is text or WebAssembly, of which a pack (`.bin`) is made too. The others, pictures and documents, are
/// compressed by what they are.
pub fn is_compressible(path: &str) -> bool {
    let kind = content_type(path);
    kind.starts_with("text/")
        || path.ends_with(".bin")
        || ["application/json", "application/wasm", "application/xml", "image/svg+xml"].contains(&kind)
}
