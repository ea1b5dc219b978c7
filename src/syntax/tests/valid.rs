//! Good texts and their trees.

use super::dump::tree;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(tree(text), expected, "{text}");
}

#[test]
fn worked_example() {
    check(
        r#"# personas/eu_saas_vps.persona
name: "EU SaaS VPs of Sales"
webhook: "https://hooks.example.com/leads"
limit: 500
streaming: true
custom: { hubspot_id: "134567" }

title in ["VP of Sales", "Chief Revenue Officer"]
and seniority in [VP, CXO]
and function = Sales
and location in [Australia, France]
and size 51..1000
and years_in_position 3..10
"#,
        r#"(name: "EU SaaS VPs of Sales")
(webhook: "https://hooks.example.com/leads")
(limit: number 500)
(streaming: true)
(custom: {hubspot_id: "134567"})
(and (In title ["VP of Sales", "Chief Revenue Officer"]) (In seniority [Word:VP, Word:CXO]) (Equal function Word:Sales) (In location [Word:Australia, Word:France]) (Range size <Number:51..Number:1000>) (Range years_in_position <Number:3..Number:10>))"#,
    );
}

#[test]
fn one_line_is_a_persona() {
    check(
        r#"title in ["VP Sales"] and seniority >= Director and size 51..1000"#,
        r#"(and (In title ["VP Sales"]) (GreaterEqual seniority Word:Director) (Range size <Number:51..Number:1000>))"#,
    );
    check("", "");
    check("\u{feff}# nothing", "");
    check("\u{feff}name: x\r\ntitle = CEO\r\n", "(name: word x)\n(Equal title Word:CEO)");
}

#[test]
fn and_binds_tighter_than_or() {
    check("a or b and not c", "(or (signal a) (and (signal b) (not (signal c))))");
    check("(a OR b) AND c", "(and (or (signal a) (signal b)) (signal c))");
    check("a and (b and c)", "(and (signal a) (and (signal b) (signal c)))");
    check("not not (a)", "(not (not (signal a)))");
    check("NOT a = b", "(not (Equal a Word:b))");
    check("not ($x) # why\n or\n\n a", "(or (not $x) (signal a))");
}

#[test]
fn clauses_stand_on_lines_of_their_own() {
    check("a = b\nc\nd", "(Equal a Word:b)\n(signal c)\n(signal d)");
    check("a\nnot in_house", "(signal a)\n(not (signal in_house))");
    check("a\nnot b not in [c]", "(signal a)\n(not (NotIn b [Word:c]))");
    check("a\n(b)", "(signal a)\n(signal b)");
}

#[test]
fn keywords_are_never_the_beginning_of_a_word() {
    check("orange = inside", "(Equal orange Word:inside)");
    check(
        "notes in [android, use_case, lets, trueish]",
        "(In notes [Word:android, Word:use_case, Word:lets, Word:trueish])",
    );
    check("a and order", "(and (signal a) (signal order))");
    check("persona_x = env1", "(Equal persona_x Word:env1)");
}

#[test]
fn every_operator() {
    check("a != b", "(NotEqual a Word:b)");
    check("a<b", "(Less a Word:b)");
    check("a<=b", "(LessEqual a Word:b)");
    check("a>b", "(Greater a Word:b)");
    check("a  >=  b", "(GreaterEqual a Word:b)");
    check("a Not  IN [b]", "(NotIn a [Word:b])");
    check("a not # so\n in [b,]", "(NotIn a [Word:b])");
    check("a in []", "(In a [])");
    check("a = \"x\"and b", "(and (Equal a \"x\") (signal b))");
}

#[test]
fn ranges_and_units() {
    check("size 51..1000 employees", "(Range size <Number:51..Number:1000> unit employees)");
    check("size 51..\nname: x", "(Range size <Number:51..>)\n(name: word x)");
    check("size ..50", "(Range size <..Number:50>)");
    check("size in 1_000..10k Employees", "(In size <Number:1_000..Word:10k> unit Employees)");
    check("years not in 3..5 years", "(NotIn years <Number:3..Number:5> unit years)");
    check("experience > 5 years and a", "(and (Greater experience Number:5 unit years) (signal a))");
    check("experience > 5\nyears", "(Greater experience Number:5)\n(signal years)");
    check(
        "s in [Director.., ..VP, \"Entry Level\"..VP]",
        "(In s [<Word:Director..>, <..Word:VP>, <\"Entry Level\"..Word:VP>])",
    );
    check("s Senior..VP", "(Range s <Word:Senior..Word:VP>)");
}

#[test]
fn comments_behind_the_last_value_of_data() {
    check("custom: { a: 1 # one\n}", "(custom: {a: number 1})");
    check("custom: { a: [1, x # two\n] # three\n, b: \"y\" # four\n}", "(custom: {a: [number 1, word x], b: \"y\"})");
}

#[test]
fn words_numbers_and_sizes() {
    check(
        "l in [Île-de-France, 10k, 1st, 96, 1_000]",
        "(In l [Word:Île-de-France, Word:10k, Word:1st, Number:96, Number:1_000])",
    );
    check("size in [51-200, 201–500, 10001+]", "(In size [Bucket:51-200, Bucket:201–500, Bucket:10001+])");
    check("size = 51-200 employees", "(Equal size Bucket:51-200 unit employees)");
    check(r#"t = "a \"b\" \\ \n\t\u{e9}#""#, r#"(Equal t "a \"b\" \\ \n\té#")"#);
}

#[test]
fn references() {
    check("title in $titles", "(In title $titles)");
    check("title not in $lib.titles and $lib.base", "(and (NotIn title $lib/titles) $lib/base)");
    check("title in [$a, x, $b.c]", "(In title [$a, Word:x, $b/c])");
    check("seniority >= $floor and size = $r", "(and (GreaterEqual seniority $floor) (Equal size $r))");
}

#[test]
fn lets_and_uses() {
    check("let x = CEO\ntitle = CTO", "(let x element Word:CEO)\n(Equal title Word:CTO)");
    check("let x = title = CEO", "(let x filter (Equal title Word:CEO))");
    check("let x = [\"a\", b,]", "(let x list [\"a\", Word:b])");
    check("let x = 51..1000", "(let x element <Number:51..Number:1000>)");
    check("let x = 3..5 years", "(let x element <Number:3..Number:5> unit years)");
    check("let x = $other", "(let x element $other)");
    check("let x = $a and $b", "(let x filter (and $a $b))");
    check("let x = not a", "(let x filter (not (signal a)))");
    check("let x = (a or b)", "(let x filter (or (signal a) (signal b)))");
    check(
        "let x = size 51..1000\nlet y = a\nor b",
        "(let x filter (Range size <Number:51..Number:1000>))\n(let y filter (or (signal a) (signal b)))",
    );
    check("use \"lib/t.persona\" as t\nuse \"u\"", "(use \"lib/t.persona\" as t)\n(use \"u\")");
}

#[test]
fn personas() {
    check(
        "let x = [a]\npersona one { name: \"1\" title in $x }\npersona \"two\" {\n a\n}\nPERSONA 3 {}",
        "(let x list [Word:a])\n(persona one {(name: \"1\") (In title $x)})\n(persona \"two\" {(signal a)})\n(persona 3 {})",
    );
}

#[test]
fn data() {
    check(
        "custom: { a: -1.5e3, \"b c\": [1, null, TRUE, any, {}], d: env(\"X\"), # note\n e: {f: \"g\",}, }",
        "(custom: {a: number -1.5e3, \"b c\": [number 1, null, true, word any, {}], d: env \"X\", e: {f: \"g\"}})",
    );
    check("webhook: ENV ( \"HOOK\" )", "(webhook: env \"HOOK\")");
    check("split: any limit: 1_000 a = b", "(split: word any)\n(limit: number 1_000)\n(Equal a Word:b)");
}
