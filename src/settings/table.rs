//! One row a setting, in the order of the language's own table, in which the formatter writes them.
//!
//! Source: the API reference's top-level options; `live` is from its newer revision. `split`, `description` and
//! `raw` are personac's own.

use super::SettingKind::{Boolean, Object, Split, Text, Webhook, Whole};
use super::SettingRow;

/// Every setting.
pub static SETTINGS: &[SettingRow] = &[
    SettingRow {
        name: "name",
        aliases: &[],
        key: Some("name"),
        kind: Text,
        doc: "What the search is called; several requests of one persona are numbered.",
        example: "\"EU SaaS VPs of Sales\"",
    },
    SettingRow {
        name: "webhook",
        aliases: &["webhook_url"],
        key: Some("webhook_url"),
        kind: Webhook,
        doc: "The `https` address that the leads are delivered to.",
        example: "\"https://hooks.example.com/leads\"",
    },
    SettingRow {
        name: "limit",
        aliases: &[],
        key: Some("limit"),
        kind: Whole,
        doc: "How many leads are enriched, and paid for, at most.",
        example: "500",
    },
    SettingRow {
        name: "streaming",
        aliases: &[],
        key: Some("streaming"),
        kind: Boolean,
        doc: "Deliver leads as they are found instead of once at the end.",
        example: "true",
    },
    SettingRow {
        name: "scale",
        aliases: &[],
        key: Some("scale"),
        kind: Boolean,
        doc: "Leave out some data of each lead, for a higher volume.",
        example: "true",
    },
    SettingRow {
        name: "live",
        aliases: &[],
        key: Some("live"),
        kind: Boolean,
        doc: "Search LinkedIn itself (`true`, the API's default) or the vendor's own database.",
        example: "false",
    },
    SettingRow {
        name: "custom",
        aliases: &[],
        key: Some("custom"),
        kind: Object,
        doc: "Any JSON; it comes back in every delivery.",
        example: "{ hubspot_id: \"134567\" }",
    },
    SettingRow {
        name: "split",
        aliases: &[],
        key: None,
        kind: Split,
        doc: "Whether a persona may take several requests: `false`, `any`, or `disjoint` so that no lead is in two.",
        example: "disjoint",
    },
    SettingRow {
        name: "description",
        aliases: &[],
        key: None,
        kind: Text,
        doc: "What the persona is for; it is not sent.",
        example: "\"Agreed with marketing for Q3\"",
    },
    SettingRow {
        name: "raw",
        aliases: &[],
        key: None,
        kind: Object,
        doc: "Request keys that the language cannot say, sent as they are, unchecked.",
        example: "{ new_option: true }",
    },
];
