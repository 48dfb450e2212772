"""Pages in the markup of the publishing systems that Chinese e-papers use, all with the same made-up article."""

KICKER, TITLE, DECK, BYLINE = "入冬不闲", "茶园管护正当时", "——湄潭技术员下乡", "本报记者　林小满"
FIRST = "　　本报讯　12月7日，农技人员走进茶园，指导茶农修枝、施肥，为明年春茶丰产打下基础。"
SECOND = "　　据了解，今年该县新增茶园三千亩，带动二百余户农户增收，户均增收五千元以上。"
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
PHOTO = '<td><img src="1.jpg"></td></tr><tr><td><p>农技人员在修枝。</p><p>本报记者　林小满摄</p></td>'

_PROPERTIES = (
    "<!--enpproperty <articleid>12</articleid><date>2025-12-08 00:00:00.0</date><author>林小满</author>"
    f"<title>{TITLE}</title><subtitle>{DECK}</subtitle><introtitle>{KICKER}</introtitle>"
    "<nodename>A02:要闻</nodename>/enpproperty-->"
)

FOUNDER_TABLES = f"""<html><head><title>{TITLE} - 某某日报数字报</title></head><body>{_PROPERTIES}<table><tr><td>
<table><tr><td class=info3>第A02版：要闻</td><td><a href="content_11.htm">上一篇</a></td></tr>
<tr><td><a href="content_11.htm"><div id=mp11 class=title>另一篇稿件</div></a></td></tr></table></td><td>
<table><tr vAlign=top><td class=font02>{KICKER}</td></tr><tr><td class=font01>{TITLE}</td></tr>
<tr><td class=font02>{DECK}</td></tr><tr><td class=font6>{BYLINE}</td></tr></table>
<div id=ozoom style="ZOOM: 100%"><founder-content><!--enpcontent-->{TEXT}<!--/enpcontent--></founder-content></div>
</td></tr></table></body></html>"""

PEOPLES_DAILY_OLD = f"""<html><body><div class="ban"><div class="date left">2025年12月08日 星期一</div></div>
<ul><li><a href="nbs.html">第01版：头版</a></li><li><a href="nbs2.html">第02版：要闻</a></li></ul>
<div class="text_c"><h3>{KICKER}</h3><h1>{TITLE}</h1><h2>{DECK}</h2><h4>{BYLINE}</h4>
<div class="lai">《 某某日报 》（ <span id="newstime">2025年12月08日</span>  &nbsp;第 02 版）</div>
<div id="articleContent"><table class="pci_c"><tr>{PHOTO}</tr></table><div id="ozoom">{TEXT}</div></div></div>
</body></html>"""

PEOPLES_DAILY_NEW = f"""<html><body><div class="paper-bot"><p class="left ban">第02版：要闻</p></div>
<div class="swiper-slide"><a href="#">01版：头版</a></div><p class="date left">2025年12月08日 星期一</p>
<div class="article"><h3>{KICKER}</h3><h1>{TITLE}</h1><h2>{DECK}</h2><p class="sec">
{BYLINE} <span class="date">《某某日报》（
<span class="newstime">2025年12月08日</span>&nbsp; 第 02 版）</span></p><table class="pci_c"><tr>{PHOTO}</tr></table>
<div id="ozoom">{TEXT}</div></div></body></html>"""

XIANGYU = f"""<html><body><p>第02版:要闻</p><div class="newsdetatit"><h3>{KICKER}</h3><h2>{TITLE}</h2><h3>{DECK}</h3>
<h4>{BYLINE}</h4><p>2025年12月08日</p></div><div class="newsdetatext"><founder-content>{TEXT}</founder-content></div>
<h3>相关新闻</h3></body></html>"""

PINYIN = f"""<html><head><title>某某日报数字报</title></head><body><div class="bmnr_con_yinti">{KICKER}</div>
<div class="bmnr_con_biaoti">{TITLE}</div><div class="bmnr_con_futi">{DECK}</div>
<div class="bmnr_con_zuozhe">{BYLINE}</div>
<div id="zoom">{TEXT}</div><div class="bm_date">A02 要闻 2025-12-08</div></body></html>"""

MAIN_ARTICLE = f"""<!-- saved from url=(0044)http://epaper.invalid/html/2025-12/08/content_5.htm --><html><body>
<div class="main-ed-articlenav-title">第02版：要闻</div><div class="main-article-alltitle">
<div class="main-article-pretitle">{KICKER}</div><div class="main-article-title">{TITLE}</div>
<div class="main-article-subtitle">{DECK}</div>
<div class="main-article-author">{BYLINE}</div></div><div class="main-article-content">{TEXT}</div></body></html>"""

ONLY_FIELDS = f"""<html><body style="display:none">{_PROPERTIES}<h1>某某日报</h1><p>{KICKER}</p><p>{TITLE}</p>
<p>{DECK}</p><p>{BYLINE}</p><div id=ozoom><div>{TEXT}</div></div></body></html>"""

BREAKS = f"""<html><body><h1>{TITLE}</h1><div class="info">2025-12-08 第02版 作者：林小满</div>
<div id="ozoom">{FIRST}<br><br>
<br><b>修枝施肥抓得早</b><br>{SECOND}<br>
<span style="font-weight: bold">管护到位</span><br>&nbsp;&nbsp;完。</div></body></html>"""

LIST = """<html><head><title>某某日报 第02版</title></head><body><div>2025年12月08日</div><div>第02版：要闻</div>
<ul><li><a href="content_1.htm">茶园管护正当时</a></li>
<li><a href="content_2.htm">仁怀酱香走进武汉</a></li></ul></body></html>"""
