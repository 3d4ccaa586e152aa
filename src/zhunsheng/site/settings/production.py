"""A district's own server: secrets from the environment, HTTPS, static files with digests in their names."""

from zhunsheng.site.conf import make_folder, with_given_secrets
from zhunsheng.site.settings.base import *

ZHUNSHENG = with_given_secrets(ZHUNSHENG)
make_folder(ZHUNSHENG.var)
SECRET_KEY = ZHUNSHENG.secret_key
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = ZHUNSHENG.https
SECURE_SSL_REDIRECT = ZHUNSHENG.https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ZHUNSHENG.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ZHUNSHENG.https
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # a district's platform belongs in no browser's preload list
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if ZHUNSHENG.behind_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
STATIC_ROOT = ZHUNSHENG.var / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
