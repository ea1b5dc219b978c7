"""Evaluate Jsonnet files with jrsonnet, in one process: with_jrsonnet.py DIRECTORY [OUT]"""

import os
import sys

import rjsonnet

directory, *out = sys.argv[1:]
for name in sorted(os.listdir(directory)):
    body = rjsonnet.evaluate_file(os.path.join(directory, name))
    if out:
        with open(os.path.join(out[0], name.replace(".jsonnet", ".json")), "w", encoding="utf-8") as file:
            file.write(body)
