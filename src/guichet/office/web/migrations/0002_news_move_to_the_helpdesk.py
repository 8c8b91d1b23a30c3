"""The news are the information desk's; the table keeps its rows under its new name."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("web", "0001_news")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("News", "helpdesk_news")],
            state_operations=[migrations.DeleteModel("News")],
        )
    ]
