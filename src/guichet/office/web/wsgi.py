"""The web application, as servers call it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guichet.office.settings.dev")
application = get_wsgi_application()
