from django.urls import path

from guichet.office.toolbox import views

app_name = "toolbox"
urlpatterns = [
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
    path("metrics", views.figures, name="metrics"),
]
