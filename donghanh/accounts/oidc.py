"""What another site says about somebody, believed only after every check of OpenID Connect.

The library trusts an identity token that came with the access token; here it is checked like any other.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, cast

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from requests import RequestException

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures with a public key only: one that we could make ourselves proves nothing."""
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_CLOCK_DIFFERENCE = 60


class IssuerAdapter(OpenIDConnectOAuth2Adapter):
    """The issuer of the settings: its addresses, its keys, and what its tokens are worth."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """Return what the issuer publishes about itself, if it is the one of the settings."""
        try:
            published = cast("dict[str, Any]", super().openid_config)
        except RequestException as error:
            message = "The issuer does not answer."
            raise ProviderException(message) from error
        if published.get("issuer") != settings.OIDC_ISSUER or not published.keys() >= set(_NEEDED):
            message = "The issuer publishes another name or lacks an address."
            raise ProviderException(message)
        return published

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **answer: Any) -> SocialLogin:
        """Return whom the identity token names; nothing else of it is kept."""
        claims = verified_claims(
            str(answer["response"].get("id_token", "")),
            issuer=settings.OIDC_ISSUER, audience=app.client_id, nonce=self.nonce, keys=self._keys(),
        )  # fmt: skip
        login = self.get_provider().sociallogin_from_response(
            request, {"id_token": {"sub": subject_of(claims["iss"], claims["sub"])}}
        )
        return cast("SocialLogin", login)

    def _keys(self) -> list[jwt.PyJWK]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
            try:
                return jwt.PyJWKSet.from_dict(answer.json()).keys
            except (jwt.PyJWTError, AttributeError) as error:
                raise ProviderException(str(error)) from error


class Callback(OAuth2CallbackView):
    """The way back from the issuer; its token must carry the word that the question carried."""

    adapter: IssuerAdapter

    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        state, answer = super()._get_state(request, provider)
        self.adapter.nonce = str((state or {}).get("nonce", ""))
        return state, answer


def verified_claims(
    token: str, *, issuer: str, audience: str, nonce: str, keys: Iterable[jwt.PyJWK]
) -> Mapping[str, Any]:
    """Return the claims of an identity token made by ``issuer`` for us, now, in answer to ``nonce``; or refuse it."""
    try:
        wanted = jwt.get_unverified_header(token).get("kid")
        key = next((key for key in keys if key.key_id == wanted), None)
        if key is None:
            message = "No key of the issuer has the name that the token gives."
            raise ProviderException(message)
        claims: dict[str, Any] = jwt.decode(
            token, key, algorithms=ALGORITHMS, issuer=issuer, audience=audience, leeway=_CLOCK_DIFFERENCE,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )  # fmt: skip
    except (jwt.PyJWTError, TypeError) as error:
        raise ProviderException(str(error)) from error
    if not nonce or not constant_time_compare(str(claims["nonce"]), nonce):
        message = "The token answers another question."
        raise ProviderException(message)
    if claims.get("azp", audience) != audience:
        message = "The token was made for another site."
        raise ProviderException(message)
    return claims


def subject_of(issuer: str, subject: str) -> str:
    """Return the name of somebody at an issuer, which another issuer cannot repeat and which says nothing about him."""
    return sha256(f"{issuer}|{subject}".encode()).hexdigest()
