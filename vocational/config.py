"""Settings, read once from the environment."""

import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def settings_from(environment: Mapping[str, str] = os.environ) -> dict:
    """Return the settings of the site; each is described in `.env.example`."""
    data = Path(environment.get("DATA_DIR", ROOT / "instance")).resolve()
    host, port = environment.get("HOST", "127.0.0.1"), environment.get("PORT", "8000")
    return {
        "DATA_DIR": data,
        "DATABASE_URL": environment.get("DATABASE_URL", f"sqlite:///{data / 'site.db'}"),
        "CONTENT_DIR": Path(environment.get("CONTENT_DIR", ROOT / "content")).resolve(),
        "SEARCH_INDEX_DIR": Path(environment.get("SEARCH_INDEX_DIR", ROOT / "search_index")).resolve(),
        "SITE_URL": environment.get("SITE_URL", f"http://{host}:{port}").rstrip("/"),
        "TRUSTED_HOSTS": environment.get("TRUSTED_HOSTS", "").split(),
        "PROXIES": int(environment.get("PROXIES", 0)),
        "REQUESTS_PER_SECOND": float(environment.get("REQUESTS_PER_SECOND", 20)),
        "SECRET_KEY": environment.get("SECRET_KEY") or None,
        "SMTP_URL": environment.get("SMTP_URL", ""),
        "MAIL_FROM": environment.get("MAIL_FROM", ""),
        "PAGE_CACHE_BYTES": int(environment.get("PAGE_CACHE_BYTES", 32 * 1024 * 1024)),
        "COUNT_SEARCHES": environment.get("COUNT_SEARCHES", "1") == "1",
        "DEVELOPMENT": environment.get("DEVELOPMENT", "") == "1",
    }
