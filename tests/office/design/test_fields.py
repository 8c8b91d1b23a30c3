"""Fields: every widget drawn, help and errors tied to it, errors summed up with links."""

from __future__ import annotations

import pytest
from django import forms
from django.template import Context, Template
from lxml import html

CHOICES = [("1", "Personne physique"), ("2", "Personne morale")]


class Everything(forms.Form):
    name = forms.CharField(
        label="Nom", help_text="Celui du <registre>.", widget=forms.TextInput({"autocomplete": "name"})
    )
    kind = forms.ChoiceField(label="Nature", choices=CHOICES, widget=forms.RadioSelect, help_text="Une seule.")
    classes = forms.MultipleChoiceField(label="Classes", choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    country = forms.ChoiceField(label="Pays", choices=CHOICES)
    filed_on = forms.DateField(label="Déposée le")
    image = forms.FileField(label="Image")
    agreed = forms.BooleanField(label="J'accepte")
    password = forms.CharField(label="Mot de passe", widget=forms.PasswordInput)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        if self.data.get(self.add_prefix("note")) == "refusée":
            raise forms.ValidationError("Rien ne va.")


def page(form: forms.BaseForm, text: str = "{% form_errors form %}{% fields form %}") -> html.HtmlElement:
    return html.fromstring(f"<div>{Template(text).render(Context({'form': form}))}</div>")


def test_every_control_has_a_label():
    drawn = page(Everything())
    for control in drawn.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert drawn.xpath(f"//label[@for='{control.get('id')}']"), control.get("name")


def test_required_fields_bear_a_star_and_optional_ones_do_not():
    drawn = page(Everything())
    stars = [label.text_content() for label in drawn.xpath("//label[@for='id_name'] | //label[@for='id_note']")]
    assert ["*" in text for text in stars] == [True, False]


def test_help_and_error_are_both_described():
    control = page(Everything({})).get_element_by_id("id_name")
    assert control.get("aria-describedby") == "id_name_help id_name_error"
    assert control.get("aria-invalid") == "true"
    assert control.get("autocomplete") == "name"


def test_a_group_is_described_as_a_whole():
    drawn = page(Everything({}))
    group = drawn.get_element_by_id("id_kind")
    assert (group.tag, group.get("aria-describedby")) == ("fieldset", "id_kind_help id_kind_error")
    assert "Nature" in group.find("legend").text_content()
    assert [box.get("type") for box in group.xpath(".//input")] == ["radio", "radio"]


def test_a_date_is_asked_and_given_back_as_browsers_write_it():
    control = page(Everything({"filed_on": "2024-04-12"})).get_element_by_id("id_filed_on")
    assert (control.get("type"), control.get("value")) == ("date", "2024-04-12")


def test_a_password_is_never_sent_back():
    assert page(Everything({"password": "secret"})).get_element_by_id("id_password").get("value") is None


def test_every_described_place_exists():
    drawn = page(Everything({}))
    for node in drawn.xpath("//*[@aria-describedby]"):
        for place in node.get("aria-describedby").split():
            assert drawn.get_element_by_id(place) is not None


def test_help_is_text_and_not_markup():
    assert "Celui du <registre>." in page(Everything()).get_element_by_id("id_name_help").text_content()


def test_the_summary_leads_to_each_field():
    drawn = page(Everything({}))
    summary = drawn.get_element_by_id("error-summary")
    links = [link.get("href")[1:] for link in summary.xpath(".//a")]
    assert links[:3] == ["id_name", "id_kind_0", "id_classes_0"]
    assert all(drawn.get_element_by_id(place) is not None for place in links)
    assert f"{len(links)} points sont à corriger" in summary.text_content()


def test_the_summary_begins_with_what_concerns_the_whole():
    whole = page(Everything({"note": "refusée"})).get_element_by_id("error-summary")
    assert whole.xpath(".//li")[0].text_content() == "Rien ne va."


@pytest.mark.parametrize("form", [Everything(), forms.Form({})])
def test_no_error_no_summary(form):
    assert page(form).xpath("//*[@id='error-summary']") == []


def test_attributes_and_words_may_be_given_by_the_page():
    drawn = page(Everything(), '{% field form.note label="Remarque" help="Libre." hx_post="/autosave/" %}')
    control = drawn.get_element_by_id("id_note")
    assert (control.get("hx-post"), control.get("aria-describedby")) == ("/autosave/", "id_note_help")
    assert "Remarque" in drawn.xpath("//label")[0].text_content()


def test_rows_are_added_and_removed_by_buttons_that_submit():
    rows = forms.formset_factory(Everything, extra=2)(prefix="party")
    text = '{% rows form "Déposant" add="Ajouter un déposant" remove="Retirer" %}'
    drawn = page(rows, text)
    buttons = [(b.get("name"), b.get("value")) for b in drawn.xpath("//button")]
    assert buttons == [("remove_row", "party-0"), ("remove_row", "party-1"), ("add_row", "party")]
    assert [legend.text_content() for legend in drawn.xpath("//fieldset[@id]/legend")][0] == "Déposant 1"
    assert drawn.xpath("//input[@name='party-TOTAL_FORMS']/@value") == ["2"]


def test_the_summary_covers_the_rows():
    data = {"party-TOTAL_FORMS": "1", "party-INITIAL_FORMS": "0", "party-0-note": "refusée"}
    rows = forms.formset_factory(Everything)(data, prefix="party")
    summary = page(rows, "{% form_errors form %}").get_element_by_id("error-summary")
    assert "Rien ne va." in summary.text_content()
    assert summary.xpath(".//a[@href='#id_party-0-name']")
