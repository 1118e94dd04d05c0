from vocational.web import pages


def test_links_of_prose_fit_where_the_site_is_mounted(app):
    html = '<a href="/nghe/">nghề</a> <a href="//x.vn">x</a> <a href="https://y.vn/">y</a>'

    with app.test_request_context("/", base_url="http://localhost/huong-nghiep"):
        printed = pages.prose(html)

    assert printed == html.replace('"/nghe/"', '"/huong-nghiep/nghe/"')


def test_the_site_works_under_a_path_of_an_office(app):
    answer = app.test_client().get("/nguon/", base_url="http://localhost/huong-nghiep")
    loose = [part for part in answer.text.split('href="/')[1:] if not part.startswith("huong-nghiep/")]

    assert answer.status_code == 200 and not loose
