//! Characters that nobody sees in a text, and that change what is read.

/// Whether a character is not seen: a control (line breaks and tabs too), a mark of direction, or one without width.
pub fn is_unseen(character: char) -> bool {
    character.is_control() || is_direction(character) || is_without_width(character)
}

/// Marks that turn the direction in which a text is read (Unicode, bidirectional algorithm).
pub fn is_direction(character: char) -> bool {
    matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that take no room: joiners, a byte order mark, soft hyphens, tags, fillers.
pub fn is_without_width(character: char) -> bool {
    matches!(
        character,
        '\u{00ad}'
            | '\u{034f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
