"""What the district's administrator may set, read once from the environment."""

import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from zhunsheng.law.refusal import Refusal


class NotANumber(Refusal):
    """A variable of the environment that must be a whole number is not one, or is out of its range."""

    zh = "环境变量 {name} 的值是“{value}”，应当是 {least} 至 {most} 之间的整数；请改正后重新启动。"
    en = "The environment variable {name} is “{value}”; a whole number from {least} to {most} is expected. "
    en += "Correct it and start again."


class NotYesOrNo(Refusal):
    """A variable of the environment that must be yes or no is neither."""

    zh = "环境变量 {name} 的值是“{value}”，只能写 yes 或 no；请改正后重新启动。"
    en = "The environment variable {name} is “{value}”; only yes or no is understood. Correct it and start again."


class NotAWebAddress(Refusal):
    """The address under which people reach the platform has no scheme or host."""

    zh = "环境变量 {name} 的值是“{value}”，应当是完整网址，例如 https://fazhi.example；请改正后重新启动。"
    en = "The environment variable {name} is “{value}”; a full address such as https://fazhi.example is expected. "
    en += "Correct it and start again."


class SecretMissing(Refusal):
    """In production a secret must come from the environment; it is never made up."""

    zh = "生产环境必须设置环境变量 {name}（至少 {least} 个字符，现有 {found} 个）；请设置后重新启动，并妥善备份该值。"
    en = "Production needs the environment variable {name} (at least {least} characters, {found} found). "
    en += "Set it, keep a copy in a safe place, and start again."


class SecretUnreadable(Refusal):
    """The file of a generated secret cannot be read; a new secret would lose what the old one protects."""

    zh = "密钥文件 {path} 为空或者无法读取（{reason}）；请从备份恢复该文件。"
    zh += "没有备份且没有需要保留的数据时，删除它会重新生成。"
    en = "The secret file {path} is empty or cannot be read ({reason}). Restore it from a copy; "
    en += "only if no data has to be kept, delete it and a new one is made."


class VarNotWritable(Refusal):
    """The folder for the database, files and reports cannot be made or written."""

    zh = "数据目录 {path} 无法写入（{reason}）；请检查磁盘空间和权限，或者用环境变量 ZHUNSHENG_VAR 指定另一个目录。"
    en = "The folder {path} cannot be written ({reason}). Check the disk space and the permissions, "
    en += "or name another folder in the environment variable ZHUNSHENG_VAR."


SHORTEST_SECRET = 32


@dataclass(frozen=True)
class Settings:
    """Our own settings; everything else is Django's. `docs/settings.md` lists each field; a test sees to it."""

    # ZHUNSHENG_VAR: folder of the database, secrets, uploaded files and reports
    var: Path
    # DATABASE_URL: which database; empty means SQLite in the folder above
    database_url: str
    # ZHUNSHENG_DOMAINS: keys of the systems to switch on, by commas; empty means all
    domains: tuple[str, ...]
    # ZHUNSHENG_SECRET_KEY: signs sessions and forms; must be set in production
    secret_key: str
    # ZHUNSHENG_FIELD_KEY: encrypts identity and telephone numbers; must be set in production; key lost, numbers lost
    field_key: str
    # ZHUNSHENG_ADDRESS: address under which people reach the platform; printed in QR codes
    address: str
    # ZHUNSHENG_HOST: network address the server listens on
    host: str
    # ZHUNSHENG_PORT: port the server listens on
    port: int
    # ZHUNSHENG_WORKERS: server processes
    workers: int
    # ZHUNSHENG_HTTPS: people come by HTTPS only (secure cookies, redirect, HSTS)
    https: bool
    # ZHUNSHENG_BEHIND_PROXY: a proxy of ours sets X-Forwarded-Proto, so it may be believed
    behind_proxy: bool
    # ZHUNSHENG_SESSION_HOURS: hours after which a signed-in person has to sign in again
    session_hours: int
    # ZHUNSHENG_UPLOAD_MB: largest file that may be attached, in megabytes
    upload_mb: int
    # ZHUNSHENG_FONTS: folders (joined by :) of further fonts for official documents (仿宋、黑体、楷体)
    fonts: tuple[Path, ...]
    # ZHUNSHENG_CALENDARS: folder of calendar files of years published since this version
    calendars: Path
    # ZHUNSHENG_WAIT_SECONDS: seconds to wait while another program holds the database
    wait_seconds: int

    @property
    def secrets_folder(self) -> Path:
        """Folder of the generated secrets, readable by its owner alone."""
        return self.var / "secrets"

    @property
    def public_host(self) -> str:
        """Host of the address, without scheme and port."""
        return urlsplit(self.address).hostname or ""


def read(environ: Mapping[str, str]) -> Settings:
    """Return the settings the environment asks for; raise a Refusal that names the variable at fault."""
    port = whole_number(environ, "ZHUNSHENG_PORT", 8000, least=1, most=65535)
    host = environ.get("ZHUNSHENG_HOST", "").strip() or "127.0.0.1"
    var = Path(environ.get("ZHUNSHENG_VAR", "").strip() or "var").expanduser().resolve()
    return Settings(
        var=var,
        database_url=environ.get("DATABASE_URL", "").strip(),
        domains=tuple(key.strip() for key in environ.get("ZHUNSHENG_DOMAINS", "").split(",") if key.strip()),
        secret_key=environ.get("ZHUNSHENG_SECRET_KEY", "").strip(),
        field_key=environ.get("ZHUNSHENG_FIELD_KEY", "").strip(),
        address=web_address(environ, "ZHUNSHENG_ADDRESS", f"http://{host}:{port}"),
        host=host,
        port=port,
        workers=whole_number(environ, "ZHUNSHENG_WORKERS", 2, least=1, most=64),
        https=yes_or_no(environ, "ZHUNSHENG_HTTPS", default=True),
        behind_proxy=yes_or_no(environ, "ZHUNSHENG_BEHIND_PROXY", default=False),
        session_hours=whole_number(environ, "ZHUNSHENG_SESSION_HOURS", 12, least=1, most=720),
        upload_mb=whole_number(environ, "ZHUNSHENG_UPLOAD_MB", 50, least=1, most=2048),
        fonts=folders(environ, "ZHUNSHENG_FONTS"),
        calendars=next(iter(folders(environ, "ZHUNSHENG_CALENDARS")), var / "calendars"),
        wait_seconds=whole_number(environ, "ZHUNSHENG_WAIT_SECONDS", 10, least=1, most=600),
    )


def whole_number(environ: Mapping[str, str], name: str, default: int, *, least: int, most: int) -> int:
    """Return the whole number in variable `name`, or the default when it is unset or blank."""
    value = environ.get(name, "").strip() or str(default)
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise NotANumber(name=name, value=value, least=least, most=most)
    return int(value)


def yes_or_no(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    """Return the yes or no in variable `name`, or the default when it is unset or blank."""
    value = environ.get(name, "").strip().lower()
    if value not in ("", "yes", "no"):
        raise NotYesOrNo(name=name, value=value)
    return value == "yes" if value else default


def web_address(environ: Mapping[str, str], name: str, default: str) -> str:
    """Return the address in variable `name` without a trailing slash."""
    value = environ.get(name, "").strip() or default
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotAWebAddress(name=name, value=value)
    return value.rstrip("/")


def folders(environ: Mapping[str, str], name: str) -> tuple[Path, ...]:
    """Return the folders named in variable `name`."""
    named = (folder.strip() for folder in environ.get(name, "").split(os.pathsep))
    return tuple(Path(folder).expanduser().resolve() for folder in named if folder)


def with_kept_secrets(settings: Settings) -> Settings:
    """Take each secret the environment does not give from `var/secrets`, where it is made once."""
    return replace(
        settings,
        secret_key=settings.secret_key or kept_secret(settings.secrets_folder / "secret.key"),
        field_key=settings.field_key or kept_secret(settings.secrets_folder / "field.key"),
    )


def with_given_secrets(settings: Settings) -> Settings:
    """Refuse to go on without secrets from the environment (production)."""
    for name, value in {"ZHUNSHENG_SECRET_KEY": settings.secret_key, "ZHUNSHENG_FIELD_KEY": settings.field_key}.items():
        if len(value) < SHORTEST_SECRET:
            raise SecretMissing(name=name, least=SHORTEST_SECRET, found=len(value))
    return settings


def kept_secret(path: Path, make: Callable[[], str] = lambda: secrets.token_hex(32)) -> str:
    """Return the secret in the file `path`, made once with mode 0600; two processes at once agree on one."""
    if not path.exists():
        write_once(path, make())
    try:
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SecretUnreadable(path=path, reason=error) from error
    if len(secret) < SHORTEST_SECRET:
        raise SecretUnreadable(path=path, reason=f"{len(secret)} < {SHORTEST_SECRET}")
    return secret


def make_folder(path: Path, mode: int = 0o755) -> None:
    """Make the folder unless it is there."""
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        raise VarNotWritable(path=path, reason=error.strerror) from error


def write_once(path: Path, text: str) -> None:
    """Put `text` into the file `path` unless another process was first; never leaves half a file under that name."""
    make_folder(path.parent, mode=0o700)
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text + "\n")
                os.fsync(handle)
            os.link(draft, path)
        except FileExistsError:
            return
        finally:
            os.unlink(draft)
    except OSError as error:
        raise VarNotWritable(path=path.parent, reason=error.strerror) from error
