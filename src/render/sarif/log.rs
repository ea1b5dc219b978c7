//! The parts of SARIF 2.1.0 that personac writes, as the standard names them.

use std::collections::BTreeMap;

use serde::Serialize;

/// Objects of the standard: their fields are what they hold.
macro_rules! objects {
    ($($(#[$note:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $type:ty,)+ })+) => {
        $(
            $(#[$note])*
            #[derive(Debug, Serialize)]
            #[serde(rename_all = "camelCase")]
            pub struct $name {
                $($(#[$about])* pub $field: $type,)+
            }
        )+
    };
}

objects! {
    /// The whole document.
    Log {
        #[serde(rename = "$schema")]
        schema: &'static str,
        version: &'static str,
        runs: [Run; 1],
    }
    /// One run of personac.
    Run {
        tool: Tool,
        invocations: [Invocation; 1],
        original_uri_base_ids: BTreeMap<&'static str, Base>,
        column_kind: &'static str,
        results: Vec<Finding>,
    }
    Tool { driver: Driver, }
    Driver {
        name: &'static str,
        version: &'static str,
        rules: Vec<ReportingDescriptor>,
    }
    /// A rule.
    ReportingDescriptor {
        id: &'static str,
        name: &'static str,
        short_description: Text,
        help: Help,
        default_configuration: Configuration,
    }
    Help { text: String, markdown: String, }
    Configuration { enabled: bool, level: &'static str, }
    Text { text: String, }
    Base { description: Text, }
    Invocation {
        execution_successful: bool,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        tool_execution_notifications: Vec<Notification>,
    }
    Notification {
        level: &'static str,
        message: Text,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        locations: Vec<Place>,
    }
    /// A result.
    Finding {
        rule_id: &'static str,
        rule_index: usize,
        level: &'static str,
        message: Text,
        locations: [Place; 1],
        #[serde(skip_serializing_if = "Vec::is_empty")]
        related_locations: Vec<Place>,
        partial_fingerprints: BTreeMap<&'static str, String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        fixes: Vec<Fix>,
    }
    /// A location.
    Place {
        physical_location: PhysicalLocation,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<Text>,
    }
    PhysicalLocation {
        artifact_location: ArtifactLocation,
        #[serde(skip_serializing_if = "Option::is_none")]
        region: Option<Region>,
    }
    ArtifactLocation {
        uri: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        uri_base_id: Option<&'static str>,
    }
    /// From the first character to just past the last one.
    Region { start_line: u32, start_column: u32, end_line: u32, end_column: u32, }
    Fix {
        description: Text,
        artifact_changes: [ArtifactChange; 1],
        properties: Safety,
    }
    /// Whether a fix may be applied unasked; the standard has no word for it.
    Safety { safe: bool, }
    ArtifactChange { artifact_location: ArtifactLocation, replacements: Vec<Replacement>, }
    Replacement { deleted_region: Region, inserted_content: Text, }
}
