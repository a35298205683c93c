"""An encrypted line to a server, and what is wrong where there is none."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from maarif.domain.errors import NotPrivate, Unreachable
from maarif.domain.posting import Server

#: Seconds without a word from the server after which it counts as not answering.
PATIENCE = 30.0


def trust(certificate: str) -> ssl.SSLContext:
    """What is trusted: the system's authorities, and one certificate (a PEM file) of the owner's. Raises NotPrivate."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if certificate:
        try:
            context.load_verify_locations(certificate)
        except (OSError, ssl.SSLError) as error:
            raise NotPrivate("your server", f"the certificate {certificate} cannot be read: {_said(error)}") from error
    return context


@contextmanager
def reaching(server: Server) -> Iterator[None]:
    """Tell failures to reach a server, or to be private with it, by what to do about them."""
    name = f"{server.host}:{server.port}"
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise NotPrivate(name, error.verify_message or "its certificate is not trusted") from error
    except ssl.SSLError as error:
        raise NotPrivate(name, _said(error)) from error
    except TimeoutError as error:
        raise Unreachable(name, "no answer in time") from error
    except socket.gaierror as error:
        raise Unreachable(name, "there is no server of that name") from error
    except ConnectionRefusedError as error:
        raise Unreachable(name, "nothing answers on that port") from error
    except OSError as error:
        raise Unreachable(name, _said(error)) from error


def _said(error: OSError) -> str:
    return (error.strerror or str(error) or type(error).__name__).strip()
