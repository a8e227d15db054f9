//! The frame of the help, and what all commands share. The help of each is in `commands.rs`; together they are the one
//! catalogue from which `cli` takes what it shows. A command, an argument or a value that has no words there does not
//! pass the tests.

use super::Both;
pub use super::commands::COMMANDS;

/// The words of a command.
#[derive(Debug)]
pub struct CommandWords {
    /// Its name; `parks` for the program as a whole.
    pub name: &'static str,
    /// What it does, in one line.
    pub about: Both,
    /// Examples, a line each: the call, and what it is for.
    pub examples: &'static [(&'static str, Both)],
    /// Its arguments that are not among [`SHARED`].
    pub arguments: &'static [Argument],
}

/// The words of an argument.
#[derive(Debug)]
pub struct Argument {
    /// Its id: the name of the field that takes it.
    pub id: &'static str,
    /// What stands for its value; empty where it takes none.
    pub value: Both,
    /// What it is, with its values and what holds without it.
    pub help: Both,
}

/// Headings and the rest of the frame.
pub(crate) mod frame {
    use super::Both;

    pub const USAGE: Both = Both::new("用法：", "Usage: ");
    pub const COMMANDS: Both = Both::new("命令", "Commands");
    pub const COMMAND: Both = Both::new("命令", "COMMAND");
    pub const ARGUMENTS: Both = Both::new("参数", "Arguments");
    pub const OPTIONS: Both = Both::new("选项", "Options");
    pub const SOME_OPTIONS: Both = Both::new("[选项]", "[OPTIONS]");
    pub const EXAMPLES: Both = Both::new("例子：", "Examples:");
    pub const EXIT_CODES: Both = Both::new(
        "退出码：\n  0  完成；check 没有发现问题\n  2  没有完成：数据有问题、参数不对，或者文件读不了、写不了；原因在标准错误输出里",
        "Exit codes:\n  0  done; check found nothing wrong\n  2  not done: something is wrong in the data or the arguments, or a file cannot be read or written;\n     standard error says why",
    );
}

pub(super) const NONE: Both = Both::new("", "");
pub(super) const FOLDER: Both = Both::new("文件夹", "DIR");
pub(super) const FILE: Both = Both::new("文件", "FILE");

/// Arguments that mean the same in every command that takes them.
pub const SHARED: &[Argument] = &[
    Argument {
        id: "lang",
        value: Both::new("语言", "LANG"),
        help: Both::new(
            "语言：zh 中文，en 英文；不写则随系统语言",
            "language: zh Chinese, en English; without it that of the system",
        ),
    },
    Argument { id: "help", value: NONE, help: Both::new("显示这份说明", "show this help") },
    Argument { id: "version", value: NONE, help: Both::new("显示版本", "show the version") },
    Argument {
        id: "data",
        value: FOLDER,
        help: Both::new("数据文件夹；不写则是 data", "the data folder; without it data"),
    },
    Argument {
        id: "archive",
        value: FOLDER,
        help: Both::new(
            "历次发布的存档文件夹，放在网站文件夹之外，要备份",
            "the archive of all publications, outside of the site; back it up",
        ),
    },
];
