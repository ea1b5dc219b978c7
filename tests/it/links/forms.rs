//! The forms in which addresses come, and what is done about each.

use super::import;

const GOOD: &str =
    "(filters%3AList((type%3ACURRENT_TITLE%2Cvalues%3AList((text%3AVP%2520Sales%2CselectionType%3AINCLUDED)))))";

#[test]
fn the_query_is_found() {
    let raw = GOOD.replace("%3A", ":").replace("%2C", ",").replace("%25", "%");
    let start = "https://www.linkedin.com/sales/search/people";
    for address in [
        format!("{start}?query={GOOD}"),
        format!("{start}?query={GOOD}&viewAllFilters=true&sessionId=x%3D%3D"),
        format!("{start}#query={GOOD}"),
        format!("{start}#_ntb=abc&query={GOOD}"),
        format!("{start}?_ntb=abc#query={GOOD}&viewAllFilters=true"),
        format!("{start}?page=2&query={GOOD}"),
        format!("{start}/?query={}", GOOD.replace('(', "%28").replace(')', "%29")),
        format!("{start}?query={raw}"),
        format!("  http://LinkedIn.com/sales/search/people?query={GOOD}\r\n"),
        format!("\u{feff}www.linkedin.com/sales/search/people?query={GOOD}&query={GOOD}"),
    ] {
        let imported = import(&address);
        assert_eq!(imported.persona().as_deref(), Some("title = \"VP Sales\"\n"), "{address}\n{}", imported.shown());
        assert!(imported.findings.is_empty(), "{}", imported.shown());
    }
}

/// Each form, what is said of it, and the persona.
#[test]
fn what_is_said() {
    let query = |query: &str| format!("https://www.linkedin.com/sales/search/people?query={query}");
    let filters = |filters: &str| query(&format!("(filters:List({filters}))"));
    let value = |value: &str| format!("({value},selectionType:INCLUDED)");
    let filter = |kind: &str, values: &[&str]| {
        let values: Vec<String> = values.iter().map(|text| value(text)).collect();
        format!("(type:{kind},values:List({}))", values.join(","))
    };
    let excluded = |text: &str| text.replace("INCLUDED", "EXCLUDED");
    let cases = [
        ("encoded_once", query("(filters%3AList((type%3AREGION%2Cvalues%3AList((id%3A101739942%2Ctext%3ACosta%20Rica%2CselectionType%3AINCLUDED)))))")),
        ("comma_encoded_once", query("(filters%3AList((type%3AREGION%2Cvalues%3AList((id%3A102095887%2Ctext%3ACalifornia%2C%20United%20States%2CselectionType%3AINCLUDED)))))")),
        ("lost_parenthesis", query("(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A1%2CselectionType%3AINCLUDED))))&viewAllFilters=true")),
        ("percent", query("(keywords%3A100%25)")),
        ("not_utf8", query("(keywords%3A%25FF)")),
        ("line_end", query("(keywords%3Aa\nb)")),
        ("twice", query("(keywords:a,keywords:b)")),
        ("selection", filters("(type:FUNCTION,values:List((id:25,selectionType:MAYBE)))")),
        ("old", "https://www.linkedin.com/sales/search/people?geoIncluded=101452733&titleIncluded=CEO&titleTimeScope=CURRENT&keywords=x".to_owned()),
        ("saved", "https://www.linkedin.com/sales/search/people?savedSearchId=50521212&sessionId=x".to_owned()),
        ("recent", "https://www.linkedin.com/sales/search/people?recentSearchId=1234".to_owned()),
        ("companies", format!("https://www.linkedin.com/sales/search/company?query={GOOD}")),
        ("linkedin_itself", "https://www.linkedin.com/search/results/people/?keywords=ceo".to_owned()),
        ("another_site", format!("https://example.com/sales/search/people?query={GOOD}")),
        ("another_site_like_it", format!("https://www.linkedin.com.example.com/sales/search/people?query={GOOD}")),
        ("no_query", "https://www.linkedin.com/sales/search/people?viewAllFilters=true".to_owned()),
        ("two_queries", query(&format!("{GOOD}&query=(keywords:x)"))),
        ("no_address", "VP Sales in France".to_owned()),
        ("everybody", query("(recentSearchParam:(doLogHistory:true))")),
        ("only_schools", filters(&filter("SCHOOL", &["id:1792,text:Stanford"]))),
        ("beside_the_query", query("(keywords:a)&keywords=b")),
        ("unknown_parts", query("(keywords:a,zodiac:leo,filters:List((type:FUNCTION,values:List((id:25,selectionType:INCLUDED,since:2020)),rangeValue:(min:1,max:2))))")),
        ("unknown_type", filters(&[filter("ZODIAC", &["id:leo,text:Leo"]), filter("FUNCTION", &["id:25"])].join(","))),
        ("seniority_excluded", filters(&excluded(&filter("SENIORITY_LEVEL", &["id:110,text:Entry%20Level", "id:1,text:Unpaid"])))),
        ("type_excluded", filters(&excluded(&filter("COMPANY_TYPE", &["id:C"])))),
        ("size_excluded", filters(&excluded(&filter("COMPANY_HEADCOUNT", &["id:A", "id:B"])))),
        ("all_includes_lost", filters("(type:COMPANY_HEADCOUNT,values:List((id:A,selectionType:INCLUDED),(id:B,selectionType:EXCLUDED))),(type:FUNCTION,values:List((id:25,selectionType:INCLUDED)))")),
        ("not_to_be_excluded", filters(&[
            excluded(&filter("PAST_COMPANY", &["id:1441,text:Google"])),
            excluded(&filter("COMPANY_HEADQUARTERS", &["id:105015875,text:France"])),
            excluded(&filter("FUNCTION", &["id:25,text:Sales"])),
            excluded(&filter("RECENTLY_CHANGED_JOBS", &["id:RPC"])),
            filter("CURRENT_TITLE", &["text:CEO"]),
        ].join(","))),
        ("nobody", filters(&[&filter("SENIORITY_LEVEL", &["id:310"])[..], "(type:CURRENT_TITLE,values:List((text:CEO,selectionType:INCLUDED)))"].join(",").replace("(id:310,selectionType:INCLUDED)", "(id:310,selectionType:INCLUDED),(id:310,selectionType:EXCLUDED)"))),
        ("company_types", filters(&filter("COMPANY_TYPE", &["id:D", "id:E", "id:O", "id:S,text:Partnership", "id:X"]))),
        ("partnerships_only", filters(&[filter("COMPANY_TYPE", &["id:S"]), filter("FUNCTION", &["id:25"])].join(","))),
        ("texts_only", filters(&[
            filter("REGION", &["text:France", "text:Georgia", "text:Atlantis"]),
            filter("INDUSTRY", &["text:Financial%20Services"]),
            filter("FUNCTION", &["text:Sales", "text:Magic"]),
            filter("CURRENT_COMPANY", &["text:Google"]),
        ].join(","))),
        ("other_labels", filters(&[
            filter("REGION", &["id:105015875,text:Germany", "id:106383538,text:Paris"]),
            filter("INDUSTRY", &["id:12,text:Biotechnology", "id:4,text:Automotive", "id:96,text:Banking"]),
            filter("FUNCTION", &["id:25,text:Marketing"]),
        ].join(","))),
        ("lists_and_people", filters(&[
            filter("CURRENT_COMPANY", &["id:urn%3Ali%3AsalesList%3A7,text:Ours,parent:(id:1),icon:list", "id:urn%3Ali%3Aorganization%3A1441,text:Google"]),
            filter("ACCOUNT_LIST", &["id:12345678,text:Q3"]),
            filter("LEAD_LIST", &["id:ALL,text:All%20lead%20lists"]),
            filter("CONNECTION_OF", &["id:%20","id:ACwAAA123,text:Bill", "id:ACwAAA124"]),
        ].join(","))),
        ("one_field_twice", filters(&[
            filter("CURRENT_TITLE", &["text:CEO"]),
            "(type:TITLE,values:List((text:CFO,selectionType:INCLUDED),(text:Intern,selectionType:EXCLUDED)),selectedSubFilter:CURRENT)".to_owned(),
            "(type:TITLE,values:List((text:COO,selectionType:INCLUDED)),selectedSubFilter:CURRENT_OR_PAST)".to_owned(),
        ].join(","))),
        ("postal_code", filters(&["(type:POSTAL_CODE,values:List((text:10115,selectionType:INCLUDED)),selectedSubFilter:25)", &filter("REGION", &["id:4294967295,text:Narnia", "id:abc"])].join(","))),
        ("hidden_characters", filters(&filter("CURRENT_TITLE", &["text:a%E2%80%AEb%0Apersonac%3A", "text:%20"]))),
        ("sub_filter_of_another", filters("(type:REGION,values:List((id:105015875,selectionType:INCLUDED)),selectedSubFilter:25)")),
        ("no_values", filters(&["(type:REGION,values:List())", &filter("FUNCTION", &["id:25"])].join(","))),
    ];
    for (name, address) in cases {
        let imported = import(&address);
        let persona = imported.persona().unwrap_or_else(|| "(no persona)\n".to_owned());
        let line = "─".repeat(40);
        let text = format!("{address}\n{line}\n{}{line}\n{persona}", imported.shown());
        insta::with_settings!({
            snapshot_path => "forms", prepend_module_to_snapshot => false, omit_expression => true,
        }, { insta::assert_snapshot!(name, text) });
    }
}
