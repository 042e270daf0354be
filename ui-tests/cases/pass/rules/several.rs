use connect_runtime::{ConnectModel, Rejection};

mod checks {
    pub(crate) fn is_even(number: &u8) -> Result<(), &'static str> {
        if number.is_multiple_of(2) { Ok(()) } else { Err("is odd") }
    }

    pub(crate) fn is_small<const LIMIT: u8>(number: &u8) -> Result<(), String> {
        if *number < LIMIT { Ok(()) } else { Err(format!("{number} is too much")) }
    }
}

trait Checked {
    fn check(&self) -> Result<(), connect_runtime::Rejection>;
}

impl Checked for Account {
    fn check(&self) -> Result<(), Rejection> {
        if self.size == self.limit { Err(Rejection::new("are equal").field("limit")) } else { Ok(()) }
    }
}

/// Several functions are allowed, in one or several attributes, with paths of every form.
#[derive(ConnectModel)]
#[connect(check = <Account as Checked>::check, check = Account::is_ordered)]
struct Account {
    #[connect(custom = checks::is_even, custom = checks::is_small::<10>)]
    #[connect(custom(self::checks::is_small::<8>, message = "is too much"), range(min = 1))]
    size: u8,
    #[connect(length(max = 3), pattern = "^[a-z]+$",)]
    name: Option<String>,
    limit: u8,
}

impl Account {
    fn is_ordered(&self) -> Result<(), &'static str> {
        if self.size <= self.limit { Ok(()) } else { Err("are not in order") }
    }
}

fn main() {
    let problems = |size, limit| Account { size, name: None, limit }.validate().map_err(|report| report.issues().len());
    assert_eq!(problems(2, 3), Ok(()));
    assert_eq!(problems(11, 3), Err(3));
    assert_eq!(problems(2, 2), Err(1));
    assert_eq!(problems(4, 2), Err(1));
}
