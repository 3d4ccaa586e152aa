"""Tests: nothing in `var`, a scratch database unless DATABASE_URL names one, a password hasher that costs nothing."""

import atexit
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from zhunsheng.site.settings.base import *

VAR = Path(tempfile.mkdtemp(prefix="zhunsheng-test-"))
atexit.register(shutil.rmtree, VAR, ignore_errors=True)
ZHUNSHENG = replace(ZHUNSHENG, var=VAR, calendars=VAR / "calendars")
ZHUNSHENG = replace(ZHUNSHENG, secret_key="test-" * 8, field_key="0123456789abcdef" * 4)
if not ZHUNSHENG.database_url:
    DATABASES["default"]["NAME"] = ":memory:"
    DATABASES["default"]["TEST"] = {"NAME": str(ZHUNSHENG.var / "test.sqlite3")}
SECRET_KEY = ZHUNSHENG.secret_key
MEDIA_ROOT = ZHUNSHENG.var / "files"
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
