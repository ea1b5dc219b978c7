"""Validate JSON files: with_jsonschema_rs.py SCHEMA DIRECTORY"""

import json
import os
import sys

import jsonschema_rs

schema, directory = sys.argv[1:]
validator = jsonschema_rs.validator_for(json.load(open(schema, encoding="utf-8")))
wrong = 0
for name in os.listdir(directory):
    with open(os.path.join(directory, name), "rb") as file:
        if not validator.is_valid(json.loads(file.read())):
            wrong += 1
sys.exit(1 if wrong else 0)
