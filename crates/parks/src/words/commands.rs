//! The help of each command.

use super::Both;
use super::help::{Argument, CommandWords, FILE, FOLDER, NONE, frame};

const KIND: Argument = Argument {
    id: "kind",
    value: Both::new("种类", "KIND"),
    help: Both::new(
        "round 评估轮次、list 名单、park 园区、act 事项、correction 更正、bulletin 调度通报、practice 典型经验",
        "round, list, park, act, correction, bulletin or practice",
    ),
};
const EDITION: Argument = Argument {
    id: "edition",
    value: Both::new("版本", "EDITION"),
    help: Both::new(
        "哪一版；不写则是默认打开的一版",
        "the edition; without it the one that opens by default",
    ),
};

/// The program and its commands, in the order in which they are listed.
pub const COMMANDS: &[CommandWords] = &[
    CommandWords {
        name: "parks",
        about: Both::new(
            "内蒙古零碳园区公开评估：发布人用的程序",
            "Inner Mongolia zero-carbon parks: what the publisher runs",
        ),
        examples: &[
            ("parks check", Both::new("检查 data 里的全部文件", "check every file in data")),
            (
                "parks diff --archive archive",
                Both::new("看这次发布会改变什么", "see what the next publication changes"),
            ),
            ("parks build --site dist --archive archive", Both::new("生成网站", "make the site")),
            ("parks serve dist", Both::new("在本机预览", "preview it on this machine")),
            ("parks help check", Both::new("一个命令的说明和例子", "the help of a command, with examples")),
        ],
        arguments: &[],
    },
    CommandWords {
        name: "new",
        about: Both::new(
            "生成待填写的文件：Excel 模板，或带说明的 TOML",
            "make a file to be filled in: a workbook with drop-downs, or TOML with comments",
        ),
        examples: &[
            (
                "parks new round --xlsx",
                Both::new("评估轮次的 Excel 模板", "a workbook for an evaluation round"),
            ),
            (
                "parks new list --xlsx --out 名单.xlsx",
                Both::new("名单的模板，写到“名单.xlsx”", "a workbook for a list, under a name"),
            ),
            ("parks new correction", Both::new("更正的 TOML 文件", "a TOML file for a correction")),
        ],
        arguments: &[
            KIND,
            Argument {
                id: "xlsx",
                value: NONE,
                help: Both::new("Excel 模板，有说明和下拉", "a workbook with instructions and drop-downs"),
            },
            Argument {
                id: "out",
                value: FILE,
                help: Both::new(
                    "写到哪个文件；不写则在当前文件夹取一个名字",
                    "the file; without it a name is made in this folder",
                ),
            },
            EDITION,
        ],
    },
    CommandWords {
        name: "import",
        about: Both::new(
            "导入部门的表格（xlsx、xls、csv）：先显示读懂了什么，全部无误才写入",
            "import a department's table (xlsx, xls, csv): shows what was understood, writes when all is right",
        ),
        examples: &[
            (
                "parks import 附件2.xlsx --as round --dry-run",
                Both::new("只看，不写入", "shows and writes no data"),
            ),
            ("parks import 名单.xls --as list", Both::new("导入名单", "imports a list")),
            (
                "parks import 更正.xlsx --as correction --edition published",
                Both::new("把更正导入指定的版本", "imports a correction into an edition"),
            ),
        ],
        arguments: &[
            Argument {
                id: "file",
                value: FILE,
                help: Both::new(
                    "部门的文件：xlsx、xls、xlsb、ods、csv（UTF-8 或 GBK）",
                    "the file: xlsx, xls, xlsb, ods, csv (UTF-8 or GBK)",
                ),
            },
            KIND,
            EDITION,
            Argument {
                id: "map",
                value: FILE,
                help: Both::new(
                    "映射文件：不能确定的内容在这里回答；不写则是文件旁边的“文件名.map.toml”",
                    "the mapping, where what is not sure is answered; without it FILE.map.toml beside the file",
                ),
            },
            Argument {
                id: "dry_run",
                value: NONE,
                help: Both::new(
                    "只显示会写入什么，什么也不写",
                    "shows what would be written, and writes nothing",
                ),
            },
        ],
    },
    CommandWords {
        name: "check",
        about: Both::new("检查数据，一次列出全部问题", "check the data: everything that is wrong, at once"),
        examples: &[
            ("parks check", Both::new("检查 data", "check data")),
            (
                "parks check --archive archive",
                Both::new("同时对照已经发布的内容", "and hold it against what was published"),
            ),
            (
                "parks check --data copy --lang zh",
                Both::new("检查另一个文件夹，用中文", "check another folder, in Chinese"),
            ),
            ("parks check --json --lang en", Both::new("给程序读的结果，用英文", "for programs, in English")),
        ],
        arguments: &[Argument {
            id: "json",
            value: NONE,
            help: Both::new(
                "把问题写成 JSON，写到标准输出：file、line、path、code、expected、found",
                "what is wrong as JSON on standard output: file, line, path, code, expected, found",
            ),
        }],
    },
    CommandWords {
        name: "diff",
        about: Both::new("用文字说明这次发布会改变什么", "say in words what the next publication changes"),
        examples: &[
            (
                "parks diff --archive archive",
                Both::new("data 与上次发布相比", "data beside what was published last"),
            ),
            (
                "parks diff --data copy --archive archive --lang en",
                Both::new("另一个文件夹，用英文", "another folder, in English"),
            ),
        ],
        arguments: &[],
    },
    CommandWords {
        name: "build",
        about: Both::new("检查数据，生成网站", "check the data and make the site"),
        examples: &[
            (
                "parks build --site dist --archive archive",
                Both::new("生成整个网站，并存入存档", "the whole site, taken into the archive"),
            ),
            (
                "parks build --site dist --archive archive --public-url https://example.org/",
                Both::new("正式发布：写明网址", "for the public, with its address"),
            ),
            ("parks build --out dist/data", Both::new("只生成数据文件", "the data files alone")),
        ],
        arguments: &[
            Argument {
                id: "site",
                value: FOLDER,
                help: Both::new(
                    "整个网站写到哪里；那里原有的旧网站会被换掉",
                    "where the whole site is written, in the place of an earlier one",
                ),
            },
            Argument {
                id: "portal",
                value: FOLDER,
                help: Both::new(
                    "门户程序文件所在的文件夹；不写则是本程序旁边的 portal",
                    "the portal's built files; without it portal beside the program",
                ),
            },
            Argument {
                id: "out",
                value: FOLDER,
                help: Both::new("只要数据文件时，写到哪里", "where the data files alone are written"),
            },
            Argument {
                id: "pages",
                value: FILE,
                help: Both::new("页面清单写到哪个文件", "the file for the list of pages"),
            },
            Argument {
                id: "uncompressed",
                value: NONE,
                help: Both::new(
                    "不生成压缩副本，预览用不着",
                    "leaves out the compressed copies, which a preview does without",
                ),
            },
            Argument {
                id: "feeds",
                value: FOLDER,
                help: Both::new(
                    "订阅源（Atom、JSON Feed）写到哪里",
                    "where the feeds (Atom, JSON Feed) are written",
                ),
            },
            Argument {
                id: "public_url",
                value: Both::new("网址", "URL"),
                help: Both::new(
                    "网站的完整地址，以 / 结尾；不写则没有网站地图，订阅源里的链接从自己的位置算起",
                    "the site's full address, ending in /; without it there is no site map, and feeds lead from their own place",
                ),
            },
        ],
    },
    CommandWords {
        name: "serve",
        about: Both::new("在本机预览生成的网站", "preview a built site on this machine"),
        examples: &[
            ("parks serve", Both::new("预览 dist", "preview dist")),
            (
                "parks serve dist --port 9000 --base /parks/",
                Both::new("指定端口，网站放在 /parks/ 之下", "at a port, with the site below /parks/"),
            ),
        ],
        arguments: &[
            Argument {
                id: "site",
                value: FOLDER,
                help: Both::new("网站文件夹；不写则是 dist", "the folder of the site; without it dist"),
            },
            Argument {
                id: "port",
                value: Both::new("端口", "PORT"),
                help: Both::new(
                    "端口；不写则是 8080，已被占用时换一个",
                    "the port; without it 8080; another one where it is in use",
                ),
            },
            Argument {
                id: "base",
                value: Both::new("路径", "PATH"),
                help: Both::new(
                    "网站放在哪个路径之下；不写则是 /",
                    "the path below which the site stands; without it /",
                ),
            },
        ],
    },
    CommandWords {
        name: "verify",
        about: Both::new(
            "核对网站：逐个文件检查主机上的是不是发布的内容",
            "see whether a host has what was published, file by file",
        ),
        examples: &[
            (
                "parks verify https://example.org/ --site dist",
                Both::new("上传以后，与生成的网站对照", "after an upload, against the site that you built"),
            ),
            (
                "parks verify https://example.org/",
                Both::new("与网站自己的文件清单对照", "against the list that the site itself carries"),
            ),
            ("parks verify /srv/portal", Both::new("核对一个文件夹", "a folder")),
        ],
        arguments: &[
            Argument {
                id: "place",
                value: Both::new("网址或文件夹", "URL|DIR"),
                help: Both::new(
                    "网站的网址（https:// 开头），或者网站的文件夹",
                    "the address of a site, with https://, or its folder",
                ),
            },
            Argument {
                id: "site",
                value: FOLDER,
                help: Both::new(
                    "生成的网站；不写则按那里自己的 SHA256SUMS.txt",
                    "the site that you built; without it SHA256SUMS.txt of the place itself",
                ),
            },
        ],
    },
    CommandWords {
        name: "assess",
        about: Both::new(
            "按当年有效的规则测算填报文件",
            "judge assessment files by the rules in force in their year",
        ),
        examples: &[
            ("parks assess park.json --format text", Both::new("结果以文字显示", "the result as text")),
            (
                "parks assess park.json --data data",
                Both::new(
                    "按 data 里的规则，发布前先看影响",
                    "by the rules in data, before they are published",
                ),
            ),
            ("parks assess parks.jsonl --lines --no-trace", Both::new("一行一个园区", "one park a line")),
        ],
        arguments: &[
            Argument {
                id: "file",
                value: FILE,
                help: Both::new("填报文件；- 是标准输入", "the assessment file; - is standard input"),
            },
            Argument {
                id: "data",
                value: FOLDER,
                help: Both::new(
                    "按这个数据文件夹里的规则；不写则按程序自带的规则",
                    "judge by the rules of this data folder; without it by those that the program carries",
                ),
            },
            Argument {
                id: "format",
                value: Both::new("格式", "FORMAT"),
                help: Both::new("json（不写时）或 text 文字", "json (without it) or text"),
            },
            Argument {
                id: "lines",
                value: NONE,
                help: Both::new(
                    "文件里一行一份填报，结果一行一份",
                    "one assessment a line, and one result a line",
                ),
            },
            Argument {
                id: "no_trace",
                value: NONE,
                help: Both::new("不要计算过程", "without the way to each figure"),
            },
        ],
    },
    CommandWords {
        name: "propose-id",
        about: Both::new("由名称的拼音给出一个编号", "propose an id from a name"),
        examples: &[(
            "parks propose-id 鄂尔多斯蒙苏经济开发区",
            Both::new("给出 ordos-mengsu", "prints ordos-mengsu"),
        )],
        arguments: &[Argument {
            id: "name",
            value: Both::new("名称", "NAME"),
            help: Both::new("园区或名单的名称", "the name of a park or list"),
        }],
    },
    CommandWords {
        name: "schema",
        about: Both::new(
            "显示填报文件或结果的 JSON Schema",
            "print the JSON Schema of assessment files or results",
        ),
        examples: &[("parks schema input", Both::new("填报文件的格式", "the form of assessment files"))],
        arguments: &[
            Argument {
                id: "which",
                value: Both::new("哪一个", "WHICH"),
                help: Both::new(
                    "input 填报文件，result 结果",
                    "input: assessment files; result: what comes of them",
                ),
            },
            Argument {
                id: "data",
                value: FOLDER,
                help: Both::new(
                    "按这个数据文件夹里的指标和因子；不写则按程序自带的",
                    "by the indicators and factors of this data folder; without it by those that the program carries",
                ),
            },
        ],
    },
    CommandWords {
        name: "demo",
        about: Both::new("生成演示版（虚构数据）", "make the demonstration edition, which is invented"),
        examples: &[(
            "parks demo --seed 2025",
            Both::new("与 edition.toml 记的种子一致", "by the seed that edition.toml records"),
        )],
        arguments: &[
            Argument {
                id: "seed",
                value: Both::new("数", "N"),
                help: Both::new(
                    "种子：同一个数总是生成同样的文件",
                    "the seed: one number always makes the same files",
                ),
            },
            Argument {
                id: "out",
                value: FOLDER,
                help: Both::new(
                    "写到哪里；不写则是数据文件夹里的 editions/demonstration",
                    "where it is written; without it editions/demonstration in the data folder",
                ),
            },
        ],
    },
    CommandWords {
        name: "completion",
        about: Both::new("生成命令行补全脚本", "print a script that completes commands in a shell"),
        examples: &[(
            "parks completion bash > ~/.local/share/bash-completion/completions/parks",
            Both::new("在 bash 里按 Tab 补全", "complete with Tab in bash"),
        )],
        arguments: &[Argument {
            id: "shell",
            value: Both::new("外壳", "SHELL"),
            help: Both::new("bash、zsh、fish、powershell 或 elvish", "bash, zsh, fish, powershell or elvish"),
        }],
    },
    CommandWords {
        name: "help",
        about: Both::new("显示一个命令的说明", "show the help of a command"),
        examples: &[("parks help check", Both::new("check 的说明", "the help of check"))],
        arguments: &[Argument {
            id: "command",
            value: frame::COMMAND,
            help: Both::new(
                "命令的名字；不写则列出全部命令",
                "name of the command; without it all are listed",
            ),
        }],
    },
];
