//! `parks serve`: shows a built site on this machine as it will be seen on its host.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::lang::Lang;
use crate::terminal::{self, say, tell};
use crate::words::mistakes::{BASE_PATH, Expected};
use crate::words::site;

/// How many ports are tried from the one that is asked for, before any that is free is taken.
const TRIES: u16 = 20;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the site.
    #[arg(default_value = "dist")]
    pub site: PathBuf,
    /// The port; another one that is free where it is taken.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The path below which the site will stand, beginning and ending with `/`.
    #[arg(long, default_value = "/", value_parser = base_path)]
    pub base: String,
}

fn base_path(text: &str) -> std::result::Result<String, Expected> {
    if text.starts_with('/') && text.ends_with('/') { Ok(text.to_owned()) } else { Err(BASE_PATH) }
}

/// Serves until the program is ended.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    match serve(options, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::fail("serve", site::why(&error, lang));
            ExitCode::from(2)
        }
    }
}

fn serve(options: &Options, lang: Lang) -> Result<()> {
    let Options { site, port, base } = options;
    if !site.join("index.html").is_file() {
        let site = site.display();
        bail!(lang.of(
            format!("{site}：这里没有网站；先运行 parks build --site {site}"),
            format!("{site}: there is no site here; make one by parks build --site {site}"),
        ));
    }
    let listener = match static_site::serve::bind(*port, TRIES)? {
        Some(listener) => Some(listener),
        None => static_site::serve::bind(0, 1)?,
    };
    let Some(listener) = listener else {
        bail!(lang.of("没有空闲的端口", "no port is free"));
    };
    static_site::serve::run(&listener, site, base, |address| {
        if address.port() != *port && *port != 0 {
            let other = address.port();
            tell(lang.of(
                format!("端口 {port} 已被占用，改用 {other}"),
                format!("port {port} is in use: {other} is taken instead"),
            ));
        }
        say(lang.of(
            format!("在浏览器里打开 http://{address}{base}（按 Ctrl-C 结束）"),
            format!("Open http://{address}{base} in a browser (Ctrl-C ends it)"),
        ));
    })
}
