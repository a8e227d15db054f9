//! Contrast of the tokens, light and dark. Accessibility checkers do not see text in drawings, nor what a
//! label lies on; this does.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::collections::HashMap;

const TOKENS: &str = include_str!("../src/styles/00-tokens.css");

type Tokens = HashMap<&'static str, [f64; 3]>;

/// The hex tokens of one block, by name.
fn block(selector: &str) -> Tokens {
    let from = TOKENS.find(selector).unwrap_or_else(|| panic!("no {selector}")) + selector.len();
    let body = &TOKENS[from..from + TOKENS[from..].find('}').unwrap()];
    let hex = |text: &str, at: usize| f64::from(u8::from_str_radix(&text[at..at + 2], 16).unwrap()) / 255.0;
    body.lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"))
        .map(|(name, value)| (name, [hex(value, 0), hex(value, 2), hex(value, 4)]))
        .collect()
}

/// Relative luminance (WCAG 2).
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn themes() -> [(&'static str, Tokens); 2] {
    [("light", block(":root {")), ("dark", block("\n:root[data-theme=\"dark\"] {"))]
}

#[test]
fn names_are_legible_wherever_they_lie_on_the_map() {
    for (theme, tokens) in themes() {
        for ground in ["paper", "ramp-0", "ramp-1", "ramp-2", "ramp-3", "ramp-4", "tint-strong", "sky-tint"] {
            let contrast = contrast(tokens["map-name"], tokens[ground]);
            assert!(contrast >= 4.5, "{theme}: names on {ground} have {contrast:.2}");
        }
    }
}

#[test]
fn words_are_legible_on_every_ground() {
    for (theme, tokens) in themes() {
        for word in ["ink", "muted", "accent", "accent-hover", "sky", "rust", "gold"] {
            for ground in ["paper", "raised", "tint"] {
                let contrast = contrast(tokens[word], tokens[ground]);
                assert!(contrast >= 4.5, "{theme}: {word} on {ground} has {contrast:.2}");
            }
        }
        assert!(contrast(tokens["on-sand"], tokens["sand"]) >= 4.5, "{theme}: the banner");
    }
}

#[test]
fn marks_and_edges_of_controls_stand_out() {
    for (theme, tokens) in themes() {
        for mark in ["accent", "sky", "rust", "gold", "muted", "line-strong", "focus"] {
            for ground in ["paper", "ramp-0", "ramp-1"] {
                let contrast = contrast(tokens[mark], tokens[ground]);
                let least = if mark == "line-strong" && ground != "paper" { 2.4 } else { 3.0 };
                assert!(contrast >= least, "{theme}: {mark} on {ground} has {contrast:.2}");
            }
        }
    }
}

#[test]
fn the_ramp_rises_evenly() {
    for (theme, tokens) in themes() {
        // Lightness as the eye has it (CIE L*).
        let lightness =
            |step: usize| 116.0 * luminance(tokens[format!("ramp-{step}").as_str()]).cbrt() - 16.0;
        let steps: Vec<_> = (0..4).map(|step| (lightness(step) - lightness(step + 1)).abs()).collect();
        let (least, most) =
            (steps.iter().copied().fold(f64::MAX, f64::min), steps.iter().copied().fold(0.0, f64::max));
        assert!(least > 3.0 && most < 2.5 * least, "{theme}: {steps:.1?}");
    }
}

#[test]
fn the_system_s_dark_is_the_chosen_dark() {
    let system = block(":root:not([data-theme=\"light\"]) {");
    assert_eq!(system, block("\n:root[data-theme=\"dark\"] {"));
    let mut names: Vec<_> = system.keys().collect();
    let light = block(":root {");
    names.sort();
    let mut of_light: Vec<_> = light.keys().collect();
    of_light.sort();
    assert_eq!(names, of_light, "a colour is missing in one theme");
}
