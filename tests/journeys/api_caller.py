"""A program that calls the interface, what it sends, and how it reads a refusal."""

import json

from django.test import Client

OPENING = {
    "title": "申请公开道路改造预算",
    "unit": "justice",
    "opened_on": "2023-03-01",
    "applicant": "person",
    "channel": "web",
    "wanted": "2022年度的预算表",
}
CONTRACT = {
    "title": "东街道第一社区法律顾问",
    "unit": "justice",
    "place": "east1",
    "valid_from": "2023-01-01",
    "adviser": "林一",
    "practice": "lawyer",
    "firm": "样例律师事务所",
}
VISIT = {"title": "入村服务", "happened_on": "2023-05-06", "consultations": 3}


class Caller:
    """A program that calls the interface with a person's token; answers are (status, body)."""

    def __init__(self, token: str, language: str = "zh-hans") -> None:
        self.client = Client(headers={"authorization": f"Bearer {token}", "accept-language": language})

    def get(self, path, **asked):
        return self._read(self.client.get(f"/api{path}", asked))

    def post(self, path, given):
        body = given if isinstance(given, str | bytes) else json.dumps(given)
        return self._read(self.client.post(f"/api{path}", body, content_type="application/json"))

    def _read(self, response):
        self.kind = response["Content-Type"]
        return response.status_code, json.loads(response.content)


def refused(answer, status, code):
    """The problem, after checking that it is the one expected and says so in both languages."""
    assert answer[0] == status, answer
    body = answer[1]
    assert (body["title"], body["status"], body["type"]) == (code, status, f"urn:zhunsheng:{code}")
    assert body["zh"]
    assert body["en"]
    assert body["en"].isascii() or "“" not in body["en"]
    return body
