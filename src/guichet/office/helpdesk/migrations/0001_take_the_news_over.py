"""The news as the web app wrote them; their table was renamed there."""

from django.db import migrations, models

KINDS = [
    ("evolution", "Évolution"),
    ("correction", "Correction"),
    ("maintenance", "Maintenance"),
    ("information", "Information"),
]


class Migration(migrations.Migration):
    initial = True
    dependencies = [("web", "0002_news_move_to_the_helpdesk")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="News",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=200, verbose_name="titre")),
                        ("body", models.TextField(help_text="Un paragraphe par ligne vide.", verbose_name="texte")),
                        (
                            "kind",
                            models.CharField(
                                choices=KINDS, default="information", max_length=20, verbose_name="nature"
                            ),
                        ),
                        ("published_at", models.DateTimeField(db_index=True, verbose_name="publiée le")),
                    ],
                    options={
                        "verbose_name": "actualité",
                        "verbose_name_plural": "actualités",
                        "ordering": ("-published_at", "-pk"),
                    },
                ),
            ]
        )
    ]
