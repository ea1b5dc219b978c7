"""Validate JSON files with a model as a team would write it: with_pydantic.py DIRECTORY"""

import os
import sys
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError

Id = str
Function = Literal[tuple(str(number) for number in range(1, 27))]
Seniority = Literal["100", "110", "120", "130", "200", "210", "220", "300", "310", "320"]
Size = Literal["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"]
Years = Literal["1", "2", "3", "4", "5"]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    webhook_url: HttpUrl | None = None
    limit: int | None = Field(default=None, ge=1)
    job_titles: list[str] = []
    excluded_job_titles: list[str] = []
    excluded_past_titles: list[str] = []
    seniority_levels: list[Seniority] = []
    functions: list[Function] = []
    included_industries: list[Id] = []
    included_locations: list[Id] = []
    excluded_companies: list[Id] = []
    company_size: list[Size] = []
    years_of_experience: list[Years] = []
    years_in_current_position: list[Years] = []
    recently_changed_jobs: list[Literal["RPC"]] = []
    custom: dict[str, Any] = {}


wrong = 0
for name in os.listdir(sys.argv[1]):
    with open(os.path.join(sys.argv[1], name), "rb") as file:
        try:
            Body.model_validate_json(file.read())
        except ValidationError as error:
            wrong += 1
            print(name, error, file=sys.stderr)
sys.exit(1 if wrong else 0)
