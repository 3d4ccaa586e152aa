"""The demo and development: plain HTTP on this machine, secrets made once and kept in `var/secrets`."""

from zhunsheng.site.conf import make_folder, with_kept_secrets
from zhunsheng.site.settings.base import *

ZHUNSHENG = with_kept_secrets(ZHUNSHENG)
make_folder(ZHUNSHENG.var)
SECRET_KEY = ZHUNSHENG.secret_key
WHITENOISE_USE_FINDERS = True
