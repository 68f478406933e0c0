//! jenjang: learn, answer, remember, rehearse; offline, in a terminal.

fn main() -> std::process::ExitCode {
    jenjang::cli::main()
}
