"""Second factors and single sign-on (read by ``base``)."""

from guichet.office.settings import readers

STAFF_REQUIRES_SECOND_FACTOR = readers.boolean("STAFF_REQUIRES_SECOND_FACTOR", False)
"""Whether the desk opens only in a session proved by a second factor; true in production."""

BROWSER_COOKIE_NAME = "browser"
"""By which a browser where an account was opened is known again."""

OIDC_PROVIDERS = readers.records("OIDC_PROVIDERS")
"""Identity providers, as JSON: a list of objects with ``name`` (in addresses), ``label`` (on the button), ``issuer``,
``client_id``, ``client_secret`` and, as need be, ``profile`` (proconnect, franceconnect, plain), ``scopes``,
``acr_values`` (lists of words), ``second_factor`` (whether its « mfa » counts as one), ``origins`` (of its pages, when
they are not the issuer's). Kept in the environment, as it holds secrets."""
IDENTITY_ORIGINS = sorted({
    origin for one in OIDC_PROVIDERS for origin in [one.get("issuer", ""), *one.get("origins", [])] if origin
})  # fmt: skip
