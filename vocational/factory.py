"""The site, assembled once."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from flask_compress import Compress
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from vocational import cli, config
from vocational.accounts.views import bp as accounts_bp
from vocational.administration.views import bp as administration_bp
from vocational.admissions.views import bp as admissions_bp
from vocational.careers.views import bp as careers_bp
from vocational.catalogue.views import bp as catalogue_bp
from vocational.desk.views import bp as desk_bp
from vocational.guides.views import bp as guides_bp
from vocational.labour_market.views import bp as labour_market_bp
from vocational.monitoring.views import bp as monitoring_bp
from vocational.noticeboard.circulars.views import bp as circulars_bp
from vocational.noticeboard.items.views import bp as writing_bp
from vocational.noticeboard.publication.views import bp as publication_bp
from vocational.noticeboard.sharing.views import bp as sharing_bp
from vocational.noticeboard.views import bp as noticeboard_bp
from vocational.open_data.views import bp as open_data_bp
from vocational.partners.views import bp as partners_bp
from vocational.pathways.views import bp as pathways_bp
from vocational.policies.views import bp as policies_bp
from vocational.questions.faq_views import bp as questions_bp
from vocational.search.views import bp as search_bp
from vocational.sources.views import bp as sources_bp
from vocational.storage import db, prepare_engine
from vocational.web import (
    assets,
    counting,
    errors,
    headers,
    identity,
    limits,
    pages,
    publishing,
    tidying,
    version,
)
from vocational.web.cards import Cards
from vocational.web.requests import PlainRequest
from vocational.web.version import STAMP
from vocational.web.views import bp as web_bp

ROOT = Path(__file__).resolve().parent.parent
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


BLUEPRINTS = (
    web_bp,
    guides_bp,
    sources_bp,
    policies_bp,
    pathways_bp,
    careers_bp,
    catalogue_bp,
    labour_market_bp,
    monitoring_bp,
    partners_bp,
    noticeboard_bp,
    publication_bp,
    sharing_bp,
    writing_bp,
    circulars_bp,
    questions_bp,
    admissions_bp,
    search_bp,
    open_data_bp,
    accounts_bp,
    administration_bp,
    desk_bp,
)


def create_app(settings: dict | None = None) -> Flask:
    """Return the site; `settings` are laid over those from the environment."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.request_class = PlainRequest
    app.config.from_mapping(config.settings_from() | (settings or {}))
    _configure(app)
    # First in means last out: the headers see a page after everything else has worked on it.
    headers.init(app)
    _connect(app)
    identity.init(app)
    app.extensions["cards"] = Cards()
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for part in (errors, limits, pages, counting, publishing, tidying, cli):
        part.init(app)
    return app


def _configure(app: Flask) -> None:
    host = urlsplit(app.config["SITE_URL"]).hostname
    app.config["TRUSTED_HOSTS"] = [*app.config["TRUSTED_HOSTS"], host, *LOCAL_HOSTS]
    app.config["SQLALCHEMY_DATABASE_URI"] = app.config["DATABASE_URL"]
    # A statement that fails goes to the log; what people wrote must not go with it.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"hide_parameters": True}
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = timedelta(days=365)
    app.config["MAX_CONTENT_LENGTH"] = 1024 * 1024
    app.url_map.strict_slashes = False
    app.json.ensure_ascii = app.json.sort_keys = False
    data, index = Path(app.config["DATA_DIR"]), Path(app.config["SEARCH_INDEX_DIR"])
    data.mkdir(parents=True, exist_ok=True)
    app.extensions["version"] = version.Version(data / STAMP, index)


def _connect(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    Compress(app)
    folder = Path(app.config["DATA_DIR"]) / "assets"
    app.extensions["assets"] = assets.build(folder)
    if app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=app.config["PROXIES"], x_proto=0, x_host=0)
    app.wsgi_app = WhiteNoise(
        app.wsgi_app, root=str(folder), prefix="static/", immutable_file_test=assets.never_changes
    )
