"""An OpenID Connect issuer of our own, on this machine, that lies on demand."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "dong-hanh", "chi-de-thu"


@cache
def private_key(number: int = 0) -> rsa.RSAPrivateKey:
    """Return a private key, each number another one; making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Issuer:
    """Says about everybody what the test tells it to say."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.key = private_key()
        self.signs_with: Any = self.key
        self.algorithm = "RS256"
        self.claims: dict[str, Any] = {}
        self.published: dict[str, Any] = {}
        self.asked: list[dict[str, list[str]]] = []

    def discovery(self) -> dict[str, Any]:
        """Return what the issuer publishes about itself."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.published,
        }

    def keys(self) -> dict[str, Any]:
        """Return the public key."""
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**key, "kid": "mau", "alg": "RS256", "use": "sig"}]}

    def token(self, form: dict[str, list[str]]) -> dict[str, Any]:
        """Answer a code with a token; the code is the nonce that was asked with."""
        self.asked.append(form)
        claims = {
            "iss": self.url,
            "sub": "chi-o-noi-khac",
            "aud": CLIENT_ID,
            "iat": int(time.time()),
            "exp": int(time.time()) + 300,
            "nonce": form["code"][0],
            "email": "khong.giu@example.vn",
            **self.claims,
        }
        told = {name: value for name, value in claims.items() if value is not None}
        token = jwt.encode(told, self.signs_with, self.algorithm, headers={"kid": "mau"})
        return {"access_token": "khong-dung-den", "token_type": "Bearer", "id_token": token}


@contextmanager
def running_issuer() -> Iterator[Issuer]:
    """Serve an issuer on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    issuer = Issuer(f"http://127.0.0.1:{server.server_port}")

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(issuer.keys() if self.path == "/keys" else issuer.discovery())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(issuer.token(parse_qs(body)))

        def _say(self, answer: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *words: Any) -> None:
            """Keep quiet."""

    server.RequestHandlerClass = Door
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
