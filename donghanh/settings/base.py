"""Settings shared by every way of running; values only."""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, SELF
from django.utils.translation import gettext_lazy as _

from donghanh.kernel import configuration

PACKAGE = Path(__file__).resolve().parent.parent
DATA = configuration.data_folder()

SECRET_KEY = configuration.secret_key()
FIELD_KEYS = configuration.field_keys()
CARD_KEYS = configuration.card_keys()
DEBUG = configuration.is_on("DONGHANH_DEBUG")
DEMO = configuration.is_on("DONGHANH_DEMO")
PUBLIC_URL = configuration.read("DONGHANH_URL").rstrip("/")
PRIVACY_CONTACT = configuration.read("DONGHANH_PRIVACY_CONTACT")
QUESTION_CONTACT = configuration.read("DONGHANH_QUESTION_CONTACT")
BACKDATE_DAYS = int(configuration.read("DONGHANH_BACKDATE_DAYS"))
PRIVATE_WEBHOOKS = configuration.is_on("DONGHANH_PRIVATE_WEBHOOKS")
UNDO_DAYS = int(configuration.read("DONGHANH_UNDO_DAYS"))
SMS_URL = configuration.read("DONGHANH_SMS_URL")
SMS_TOKEN = configuration.read("DONGHANH_SMS_TOKEN")
SMS_NAME = configuration.read("DONGHANH_SMS_NAME")
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *filter(None, configuration.read("DONGHANH_HOSTS").split(",")),
]

INSTALLED_APPS = [
    "donghanh.web",
    "donghanh.api",
    "donghanh.privacy",
    "donghanh.reporting",
    "donghanh.indicators",
    "donghanh.gatherings",
    "donghanh.accounts",
    "donghanh.guides",
    "donghanh.calculators",
    "donghanh.legal",
    "donghanh.people",
    "donghanh.org",
    "donghanh.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_q",
    "django_tables2",
    "template_partials",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "donghanh.core.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "donghanh.core.middleware.SafeHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "donghanh.accounts.middleware.SessionLimits",
    "donghanh.accounts.middleware.SecondFactorRule",
    "donghanh.core.middleware.DomainErrorMiddleware",
    "donghanh.org.middleware.OpenWithView",
]
ROOT_URLCONF = "donghanh.web.urls"
WSGI_APPLICATION = "donghanh.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "donghanh.web.context.page",
            ],
        },
    }
]

_SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;",
}
DATABASES = {
    "default": dj_database_url.parse(
        configuration.read("DATABASE_URL") or f"sqlite:///{DATA / 'donghanh.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = _SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"}}
AUTH_USER_MODEL = "org.User"
AUTHENTICATION_BACKENDS = ["donghanh.accounts.backends.AccountBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "donghanh.accounts.validators.LongEnough"},
    {"NAME": "donghanh.accounts.validators.NotTooLong"},
    {"NAME": "donghanh.accounts.validators.NotOfOurWords"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "phone", "email")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "donghanh.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "phone", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "phone", "email", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None  # Ours is our own affair: the library would want to confirm it.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}  # donghanh.accounts.services.throttle counts instead.
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
SECOND_FACTOR = configuration.read("DONGHANH_SECOND_FACTOR")
MFA_ADAPTER = "donghanh.accounts.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "donghanh.accounts.forms.CodeForm",
    "reauthenticate": "donghanh.accounts.forms.CodeAgainForm",
    "add_webauthn": "donghanh.accounts.forms.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1  # Clocks of phones differ; a code is used once all the same.
MFA_ALLOW_UNVERIFIED_EMAIL = True
OIDC_ISSUER = configuration.read("DONGHANH_OIDC_ISSUER")
OIDC_LABEL = configuration.read("DONGHANH_OIDC_LABEL")
SOCIALACCOUNT_ADAPTER = "donghanh.accounts.adapters.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": OIDC_LABEL,
                "client_id": configuration.read("DONGHANH_OIDC_CLIENT_ID"),
                "secret": configuration.read("DONGHANH_OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_ISSUER.rstrip("/"), "oauth_pkce_enabled": True, "scope": ["openid"]},
            }
        ]
    }
}
DESK_SESSION = {
    "idle": timedelta(minutes=int(configuration.read("DONGHANH_DESK_IDLE_MINUTES"))),
    "longest": timedelta(hours=int(configuration.read("DONGHANH_DESK_HOURS"))),
}
PHONE_SESSION = {
    "idle": timedelta(days=int(configuration.read("DONGHANH_PHONE_IDLE_DAYS"))),
    "longest": timedelta(days=int(configuration.read("DONGHANH_PHONE_DAYS"))),
}
SESSION_COOKIE_AGE = int(PHONE_SESSION["longest"].total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if "://" in PUBLIC_URL else []  # A proxy speaks HTTPS for us.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
IS_HTTPS = PUBLIC_URL.startswith("https://")
if IS_HTTPS:
    SESSION_COOKIE_NAME = "__Host-session"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrf"
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if configuration.has_public_name(PUBLIC_URL) else 0
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # The proxy leads plain HTTP to HTTPS; what probes the site from inside speaks plain HTTP.
    "security.W021",  # Whether browsers preload the domain is for its owner to say, not for this site.
]
SECURITY_CONTACT = configuration.read("DONGHANH_SECURITY_CONTACT")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF, *filter(None, ["/".join(OIDC_ISSUER.split("/")[:3])])],  # A form leads to the issuer.
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "language"
FORMAT_MODULE_PATH = ["donghanh.web.formats"]
LOCALE_PATHS = [PACKAGE / room / "locale" for room in ("cli", "demo")]  # Rooms with words that are no Django apps.
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "ui/table.html"

Q_CLUSTER = {
    "name": "donghanh",
    "orm": "default",
    "workers": 1,
    "timeout": 600,
    "retry": 660,
    "max_attempts": 5,
    "catch_up": False,
    "poll": 1,
    "label": "jobs",
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "donghanh.kernel.logs.PlainLines"},
        "json": {"()": "donghanh.kernel.logs.JsonLines"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": configuration.read("DONGHANH_LOG")}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"donghanh.security": {"level": "INFO"}},
}
MESSAGE_STORAGE = "django.contrib.messages.storage.fallback.FallbackStorage"
MIGRATION_MODULES: dict[str, str] = {}
