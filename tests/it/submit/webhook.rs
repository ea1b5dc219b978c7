//! The secret of a webhook goes to the API and nowhere else, whatever comes back.

use serde_json::json;

use super::{To, fast};
use crate::mock::{Answer, Behaviour};
use crate::tool::Room;

const TOKEN: &str = "aV3rySecretT0ken4711";

/// Addresses with a secret at each place where there can be one.
fn webhooks() -> [String; 3] {
    [
        format!("https://hooks.example.com/leads?campaign=q3&token={TOKEN}"),
        format!("https://hooks.example.com/services/{TOKEN}"),
        format!("https://me:{TOKEN}@hooks.example.com/leads"),
    ]
}

/// Every way in which a server can show it.
fn showing(webhook: &str) -> Vec<Behaviour> {
    let padding = "so many words ".repeat(19);
    let long = format!("{padding} the webhook {webhook} cannot be reached");
    let (_, behind) = webhook.split_once("hooks.example.com").expect("a host");
    let slashed = webhook.replace('/', "\\/");
    let raw = format!("{{\"error\": \"the webhook {slashed} cannot be reached\"}}");
    let mut all = vec![
        Behaviour::EchoWebhook,
        Behaviour::Answer(Answer::new(422, "application/json", raw)),
        Behaviour::Answer(Answer::new(422, "application/json", format!("the webhook {webhook}"))),
        Behaviour::Answer(Answer::json(422, &json!({ "error": format!("{behind} cannot be reached") }))),
        Behaviour::Answer(Answer::json(422, &json!({ "errors": { webhook: ["cannot be reached"] } }))),
        Behaviour::Answer(Answer::json(422, &json!({ "error": format!("{TOKEN} is too short") }))),
        Behaviour::redirect(301, webhook),
    ];
    for status in [400, 422, 500] {
        all.push(Behaviour::Answer(Answer::json(status, &json!({ "error": long }))));
    }
    all
}

#[test]
fn no_answer_makes_it_known() {
    for webhook in webhooks() {
        for (behaviour, format) in showing(&webhook).into_iter().zip(["human", "json"].into_iter().cycle()) {
            let room = Room::with(&[("a.persona", "webhook: env(\"HOOK\")\nlimit: 5\n\ntitle = CEO\n")]);
            let mock = fast();
            mock.next([behaviour.clone()]);
            let to = To::new(&mock, &room).with("HOOK", webhook.clone());
            let ran = to.submit(&[".", "-v", "--output-format", format]);
            assert_eq!(mock.requests()[0].json().expect("JSON")["webhook_url"], webhook);
            let again = to.submit(&["."]);
            let listed = to.run(&["journal", "--all", "--output-format", "json"]);
            for text in [&ran.out, &ran.err, &again.out, &again.err, &listed.out] {
                // The beginning of it is a part of the secret as well.
                assert!(!text.contains(&TOKEN[..6]), "{behaviour:?}: {text}");
            }
            for file in room.files("..") {
                let text = std::fs::read_to_string(room.path("..").join(&file)).expect("text");
                assert!(!text.contains(&TOKEN[..6]), "{behaviour:?}: {file}: {text}");
            }
        }
    }
}
