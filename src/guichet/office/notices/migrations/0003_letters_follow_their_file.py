from django.db import migrations


def keep_who_was_told(apps, schema_editor):
    """The addressee of each letter becomes its holder, whoever opened it and whoever was told of it."""
    Notice = apps.get_model("notices", "Notice")
    NewsItem = apps.get_model("notices", "NewsItem")
    for notice in Notice.objects.filter(recipient__isnull=False).select_related("recipient").iterator():
        notice.holder = f"account:{notice.recipient.public_id}"
        if notice.opened_at:
            notice.opened_by = notice.holder
        notice.save(update_fields=["holder", "opened_by"])
        if notice.emailed_at:
            NewsItem.objects.get_or_create(
                user=notice.recipient,
                key=f"letter/{notice.reference}",
                defaults={
                    "kind": "notification" if notice.is_notification else "information",
                    "text": "Un courrier de l'office vous attend.",
                    "link": f"/espace/courrier/{notice.reference}/",
                    "at": notice.emailed_at,
                    "sent_at": notice.emailed_at,
                },
            )
    Notice.objects.filter(recipient=None, opened_at__isnull=False).update(opened_by="office:unknown")


class Migration(migrations.Migration):

    dependencies = [("notices", "0002_news_preferences_and_who_opened")]

    operations = [migrations.RunPython(keep_who_was_told, migrations.RunPython.noop)]
