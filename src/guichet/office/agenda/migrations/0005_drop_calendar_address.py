from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("agenda", "0004_keep_calendar_addresses")]

    operations = [migrations.DeleteModel("CalendarAddress")]
