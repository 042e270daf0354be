use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
struct Grid<T, const WIDTH: usize, const HEIGHT: usize = 2> {
    rows: [[T; WIDTH]; HEIGHT],
}

#[derive(ConnectModel, Debug, PartialEq)]
enum Flag<const NEGATED: bool> {
    On,
    Off,
}

fn main() {
    let grid: Grid<u8, 3> = from_str(r#"{"rows": [[1, 2, 3], [4, 5, 6]]}"#).unwrap();
    assert_eq!(grid.rows[1], [4, 5, 6]);
    assert_eq!(from_str::<Flag<true>>("\"Off\"").unwrap(), Flag::Off);
}
