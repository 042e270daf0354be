use connect_runtime::{ConnectModel, Report};

struct Opaque;

#[derive(ConnectModel)]
#[connect(rename_al = "camelCase")]
struct Account<'a, T> {
    name: &'a str,
    opaque: Vec<Opaque>,
    #[connect(skip)]
    skipped: Opaque,
    #[connect(serde)]
    by_serde: T,
    #[connect(wiht = module)]
    unclear: Opaque,
}

#[derive(ConnectModel)]
enum Event {
    #[connect(renmae = "b")]
    Broken(Opaque),
    #[connect(rename = "a", rename = "b")]
    Twice { opaque: Opaque },
    Plain { opaque: Option<Opaque>, next: Option<Box<Event>> },
}

fn read(text: &str) -> Result<(Account<'_, u8>, Event), Report> {
    Ok((connect_runtime::from_str(text)?, connect_runtime::from_str(text)?))
}

fn main() {}
