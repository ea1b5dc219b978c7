//! The notation itself: what is written is read again, and every place is a place of the address.

use personac::salesnav::{Node, Value, encoded, parse};
use personac::source::Span;
use proptest::prelude::*;

fn trees() -> impl Strategy<Value = Node> {
    let text = prop_oneof![any::<String>(), "[ -~]{0,12}", Just(String::new()), Just("''".to_owned())];
    let leaf = text.prop_map(Node::text);
    let tree = leaf.prop_recursive(6, 40, 5, |inner| {
        let members = prop::collection::btree_map("[A-Za-z][A-Za-z0-9_]{0,6}", inner.clone(), 1..5);
        let object = members.prop_map(|members| Node::object(members.iter().map(|(k, v)| (k.as_str(), v.clone()))));
        prop_oneof![object, prop::collection::vec(inner, 0..5).prop_map(Node::list)]
    });
    prop::collection::btree_map("[a-z]{1,4}", tree, 0..4)
        .prop_map(|members| Node::object(members.iter().map(|(key, value)| (key.as_str(), value.clone()))))
}

/// Without places, which a tree that was not read has not.
fn bare(node: &Node) -> Node {
    Node::new(match &node.value {
        Value::Object(members) => {
            return Node::object(members.iter().map(|member| (member.key.as_str(), bare(&member.value))));
        }
        Value::List(items) => Value::List(items.iter().map(bare).collect()),
        Value::Text(text) => Value::Text(text.clone()),
    })
}

/// Every value stands at a place that, read alone, is that value.
fn places_are_true(node: &Node, text: &str) -> bool {
    let own = text.get(node.span.range()).is_some_and(|own| own == encoded(&bare(node)));
    let inner = match &node.value {
        Value::Object(members) => members
            .iter()
            .all(|member| text.get(member.span.range()) == Some(&member.key) && places_are_true(&member.value, text)),
        Value::List(items) => items.iter().all(|item| places_are_true(item, text)),
        Value::Text(_) => true,
    };
    own && inner
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(tree in trees()) {
        let text = encoded(&tree);
        let parsed = parse(&text, Span::new(0, text.len()), false).expect("a query");
        prop_assert_eq!(bare(&parsed.root), tree);
        prop_assert!(places_are_true(&parsed.root, &text));
        prop_assert!(parsed.blanks.is_empty());
    }

    #[test]
    fn the_raw_form_means_the_same(tree in trees()) {
        let text = encoded(&tree).replace("%3A", ":").replace("%2C", ",").replace("%25", "%");
        let parsed = parse(&text, Span::new(0, text.len()), true).expect("a query");
        prop_assert_eq!(bare(&parsed.root), tree);
    }
}

#[test]
fn javascript_writes_the_same() {
    let tree = Node::object([("text", Node::text("a(b),c:d'!*~_-.é &/+\""))]);
    assert_eq!(
        encoded(&tree),
        "(text%3Aa%2528b%2529%252Cc%253Ad%2527%2521%252A~_-.%25C3%25A9%2520%2526%252F%252B%2522)"
    );
}
