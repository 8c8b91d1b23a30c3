from django.db import migrations


def keep_for_oneself(apps, schema_editor):
    """An address made when accounts held files follows the account's own ones."""
    CalendarFeed = apps.get_model("agenda", "CalendarFeed")
    CalendarAddress = apps.get_model("agenda", "CalendarAddress")
    CalendarFeed.objects.bulk_create(
        CalendarFeed(
            user=address.user,
            holder=f"account:{address.user.public_id}",
            token_sha256=address.token_sha256,
            created_at=address.created_at,
            last_read_at=address.last_read_at,
        )
        for address in CalendarAddress.objects.select_related("user")
    )


class Migration(migrations.Migration):

    dependencies = [("agenda", "0003_feeds_by_holder_and_reminders")]

    operations = [migrations.RunPython(keep_for_oneself, migrations.RunPython.noop)]
