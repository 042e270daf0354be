use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
struct Node<T> {
    value: T,
    #[connect(default)]
    children: Vec<Node<T>>,
    parent: Option<Box<Self>>,
}

#[derive(ConnectModel)]
struct Left {
    right: Option<Box<Right>>,
}

#[derive(ConnectModel)]
struct Right {
    left: Option<Box<Left>>,
}

fn main() {
    let node: Node<u8> = from_str(r#"{"value": 1, "children": [{"value": 2, "parent": {"value": 3}}]}"#).unwrap();
    assert_eq!(node.children[0].parent.as_ref().unwrap().value, 3);
    assert!(node.validate().is_ok() && node.parent.is_none());
    let left: Left = from_str(r#"{"right": {"left": {}}}"#).unwrap();
    assert!(left.right.unwrap().left.unwrap().right.is_none());
}
